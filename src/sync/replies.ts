/** A reply that was opened in a tab of its own finds the tab whose invitation it answers. */
const channelName = 'lotse:replies'

/** So long the tab that waits may take to look, milliseconds. */
const patience = 3_000

type OnChannel = Readonly<{ kind: 'reply'; code: string }> | Readonly<{ kind: 'taken'; code: string }>

/** Hands a reply to whichever tab waits for it. Out: whether one has taken it. */
export const handReply = (code: string): Promise<boolean> =>
  new Promise(resolve => {
    const channel = new BroadcastChannel(channelName)
    const settle = (isTaken: boolean): void => {
      clearTimeout(timer)
      channel.close()
      resolve(isTaken)
    }
    const timer = setTimeout(() => settle(false), patience)
    channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
      if (data.kind === 'taken' && data.code === code) settle(true)
    })
    // A broadcast channel never leaves the origin; it takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage({ kind: 'reply', code } satisfies OnChannel)
  })

/** Listens for replies opened elsewhere. `take`: whether it was one of here. Out: what ends it. */
export const hearReplies = (take: (code: string) => Promise<boolean>): (() => void) => {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
    if (data.kind !== 'reply') return
    void take(data.code).then(isTaken => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      if (isTaken) channel.postMessage({ kind: 'taken', code: data.code } satisfies OnChannel)
    })
  })
  return () => channel.close()
}
