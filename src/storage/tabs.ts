import type { TabMessage, Tabs } from '../workspace/ports.ts'
import type { WorkspaceNames } from './names.ts'

const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** The tabs of a workspace: they tell each other over a channel, and the holder of a lock leads. */
export class BrowserTabs implements Tabs {
  readonly id: string
  /** Does this tab do the housework? */
  leading = false
  private readonly names: WorkspaceNames
  private readonly channel: BroadcastChannel
  private readonly closing = new AbortController()
  private readonly listeners = new Set<(message: TabMessage) => void>()

  private constructor(names: WorkspaceNames, id: string) {
    this.names = names
    this.id = id
    this.channel = new BroadcastChannel(names.channel)
    this.channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      for (const listener of this.listeners) listener(data)
    })
  }

  /** Resolves when the other tabs can see that this one lives; before that nothing may be kept under its id. */
  static async open(names: WorkspaceNames, id: string): Promise<BrowserTabs> {
    const tabs = new BrowserTabs(names, id)
    await new Promise<void>(resolve => tabs.hold(names.tabLock(id), resolve))
    return tabs
  }

  onLead(lead: () => void): void {
    this.hold(this.names.leaderLock, () => {
      this.leading = true
      lead()
    })
  }

  announce(message: TabMessage): void {
    if (this.closing.signal.aborted) return
    // A broadcast channel never leaves the origin; it takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.channel.postMessage(message)
  }

  onMessage(listener: (message: TabMessage) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    if (this.closing.signal.aborted) return
    this.announce({ kind: 'closing' })
    this.channel.close()
    this.closing.abort()
  }

  /** Holds a lock until this tab closes, in whatever way. */
  private hold(name: string, onHeld: () => void): void {
    const { signal } = this.closing
    const released = new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
    navigator.locks
      .request(name, { signal }, () => {
        onHeld()
        return released
      })
      .catch((error: unknown) => {
        if (!isAborted(error)) reportError(error)
      })
  }
}
