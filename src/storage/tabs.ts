import type { TabMessage, Tabs } from '../workspace/ports.ts'
import type { WorkspaceNames } from './names.ts'

const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/** What goes over the channel: the messages of the workspace, and each tab's word that it can be watched. */
type OnChannel = TabMessage | Readonly<{ kind: 'opened'; tab: string }>

/**
 * The tabs of a workspace: they tell each other over a channel, and the holder of a lock leads. The leader queues for the lock of every
 * other tab: it gets it the moment that tab ends, however it ends.
 */
export class BrowserTabs implements Tabs {
  readonly id: string
  /** Does this tab do the housework? */
  leading = false
  private readonly names: WorkspaceNames
  private readonly channel: BroadcastChannel
  private readonly closing = new AbortController()
  private readonly listeners = new Set<(message: TabMessage) => void>()
  private readonly watched = new Set<string>()

  private constructor(names: WorkspaceNames, id: string) {
    this.names = names
    this.id = id
    this.channel = new BroadcastChannel(names.channel)
    this.channel.addEventListener('message', ({ data }: MessageEvent<OnChannel>) => {
      if (data.kind !== 'opened') this.tell(data)
      else if (this.leading) this.watch(data.tab)
    })
  }

  /** Resolves when the other tabs can see that this one lives; before that nothing may be kept under its id. */
  static async open(names: WorkspaceNames, id: string): Promise<BrowserTabs> {
    const tabs = new BrowserTabs(names, id)
    await new Promise<void>(resolve => tabs.hold(names.tabLock(id), resolve))
    tabs.post({ kind: 'opened', tab: id })
    return tabs
  }

  onLead(lead: () => void): void {
    this.hold(this.names.leaderLock, () => {
      this.leading = true
      void this.watchAll()
      lead()
    })
  }

  announce(message: TabMessage): void {
    this.post(message)
  }

  onMessage(listener: (message: TabMessage) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  close(): void {
    if (this.closing.signal.aborted) return
    this.channel.close()
    this.closing.abort()
  }

  private post(message: OnChannel): void {
    if (this.closing.signal.aborted) return
    // A broadcast channel never leaves the origin; it takes no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.channel.postMessage(message)
  }

  private tell(message: TabMessage): void {
    for (const listener of this.listeners) listener(message)
  }

  private async watchAll(): Promise<void> {
    const prefix = this.names.tabLock('')
    const { held = [] } = await navigator.locks.query()
    for (const { name } of held) if (name?.startsWith(prefix)) this.watch(name.slice(prefix.length))
  }

  private watch(tab: string): void {
    if (tab === this.id || this.watched.has(tab)) return
    this.watched.add(tab)
    navigator.locks
      .request(this.names.tabLock(tab), { signal: this.closing.signal }, () => undefined)
      .then(() => {
        this.watched.delete(tab)
        this.tell({ kind: 'closed' })
      })
      .catch((error: unknown) => {
        if (!isAborted(error)) reportError(error)
      })
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
