import type { SyncView, SyncWork } from '../workspace/sync-port.ts'

/** What the tabs of a workspace say to each other about other devices. */
type OnChannel =
  | Readonly<{ kind: 'view'; view: SyncView }>
  /** A tab has come and has seen nothing yet. */
  | Readonly<{ kind: 'hello' }>
  | Readonly<{ kind: 'ask'; id: string; name: keyof SyncWork; given: readonly unknown[] }>
  | Readonly<{ kind: 'answer'; id: string; value: unknown }>

const works: { readonly [Name in keyof SyncWork]: true } = {
  invite: true,
  takeReply: true,
  decide: true,
  endInviting: true,
  removeDevices: true,
  removePerson: true,
  makeAdmin: true,
  setAccess: true,
  leave: true,
  folderChanged: true,
  packFile: true,
  settleAside: true,
  takeFile: true,
}

/** After this long the tab that holds the connections has ended while it was asked, milliseconds. */
const patience = 20_000

type Worker = (...given: readonly unknown[]) => Promise<unknown>

/** Work that is done by whoever is asked at that moment. */
export const workBy = (ask: (name: keyof SyncWork, given: readonly unknown[]) => Promise<unknown>): SyncWork => {
  const names = Object.keys(works) as (keyof SyncWork)[]
  const made = names.map(name => [name, (...given: readonly unknown[]) => ask(name, given)])
  return Object.fromEntries(made) as SyncWork
}

/** Has somebody do a piece of work by its name. */
export const have = (work: SyncWork, name: keyof SyncWork, given: readonly unknown[]): Promise<unknown> =>
  (work[name].bind(work) as Worker)(...given)

/** The tab that holds the connections works for the others. Out: what tells them the view, and what ends it. */
export const serveTabs = (name: string, work: SyncWork) => {
  const channel = new BroadcastChannel(name)
  let latest: SyncView | undefined
  // A broadcast channel never leaves the origin; it takes no target.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (message: OnChannel): void => channel.postMessage(message)
  const answer = async ({ id, name: asked, given }: Extract<OnChannel, { kind: 'ask' }>): Promise<void> => {
    const value = await have(work, asked, given)
    post({ kind: 'answer', id, value })
  }
  channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
    if (data.kind === 'hello' && latest) post({ kind: 'view', view: latest })
    if (data.kind === 'ask' && Object.hasOwn(works, data.name)) void answer(data).catch(() => undefined)
  })
  return {
    tell: (view: SyncView): void => {
      latest = view
      post({ kind: 'view', view })
    },
    close: (): void => channel.close(),
  }
}

/** A tab that holds no connections asks the one that does. Rejects when nobody answers. */
export const askTabs = (name: string, onView: (view: SyncView) => void) => {
  const channel = new BroadcastChannel(name)
  const waiting = new Map<string, (value: unknown) => void>()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const post = (message: OnChannel): void => channel.postMessage(message)
  channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
    if (data.kind === 'view') onView(data.view)
    if (data.kind === 'answer') waiting.get(data.id)?.(data.value)
  })
  const ask = (asked: keyof SyncWork, given: readonly unknown[]): Promise<unknown> => {
    const id = crypto.randomUUID()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(new Error('nobody answers'))), patience)
      const settle = (end: () => void): void => {
        clearTimeout(timer)
        waiting.delete(id)
        end()
      }
      waiting.set(id, value => settle(() => resolve(value)))
      post({ kind: 'ask', id, name: asked, given })
    })
  }
  post({ kind: 'hello' })
  return { work: workBy(ask), close: (): void => channel.close() }
}
