import type { Bytes } from '../journal/bytes.ts'
import type { DeviceId, Journal } from '../workspace/journal-port.ts'
import type { FolderView } from '../workspace/sync-port.ts'
import type { Arrivals } from './arrivals.ts'
import type { Clock } from './clock-port.ts'
import type { Members } from './members-port.ts'
import { Mailbox } from './store/mailbox.ts'
import type { SegmentKeys } from './store/segment-keys.ts'
import type { StoreMemory } from './store/store-memory.ts'
import { StoreSync } from './store/store-sync.ts'
import type { Store } from './store/store.ts'
import { Timers } from './timers.ts'

/** A folder as somebody has chosen it. */
export type Folder = Readonly<{ name: string; store: Store; memory: StoreMemory }>

export type FolderSyncParts = Readonly<{
  folder: Folder
  keys: SegmentKeys
  members: Members
  journal: Journal
  arrivals: Arrivals
  clock: Clock
  /** A letter of another device lay in the folder. */
  onLetter(from: DeviceId, sealed: Bytes): void
  onChange(): void
}>

/** Between two looks for letters, milliseconds, give or take a quarter. */
const lookEvery = 5_000

/** The team's folder: entries lie in it for whoever comes later, and letters for whoever is there now. */
export class FolderSync {
  private readonly parts: FolderSyncParts
  private readonly store: StoreSync
  private readonly mailbox: Mailbox
  private readonly timers: Timers

  constructor(parts: FolderSyncParts) {
    this.parts = parts
    const { store, memory } = parts.folder
    this.store = new StoreSync({ ...parts, store, memory })
    this.mailbox = new Mailbox({ ...parts, store })
    this.timers = new Timers(parts.clock)
    this.store.onChange(() => parts.onChange())
    this.store.start()
    this.lookLater(0)
  }

  get view(): FolderView {
    const { lastRead, lastWritten, failure } = this.store.status()
    return { name: this.parts.folder.name, lastRead, lastWritten, failure: failure?.because }
  }

  /** Entries are in the journal that were not there before. */
  saved(): void {
    this.store.saved()
  }

  /** Leaves a letter. Out: whether it lies there. */
  async send(device: DeviceId, sealed: Bytes): Promise<boolean> {
    return (await this.mailbox.send(device, sealed)).ok
  }

  /** Looks at once, as after a break. */
  look(): void {
    void this.store.look()
    this.lookLater(0)
  }

  close(): void {
    this.timers.stop()
    this.store.close()
  }

  private lookLater(milliseconds: number): void {
    this.timers.later('letters', milliseconds, () => void this.lookForLetters())
  }

  private async lookForLetters(): Promise<void> {
    const read = await this.mailbox.read()
    if (read.ok) for (const { from, words } of read.value) this.parts.onLetter(from, words)
    this.lookLater(lookEvery * (0.75 + this.parts.clock.jitter() / 2))
  }
}
