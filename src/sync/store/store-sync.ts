import { ok, refuse, type Result } from '../../domain/kernel/result.ts'
import { toHex, type Bytes } from '../../journal/bytes.ts'
import type { DeviceId, Journal } from '../../workspace/journal-port.ts'
import type { Arrivals } from '../arrivals.ts'
import type { Clock } from '../clock-port.ts'
import type { Members } from '../members-port.ts'
import { Timers } from '../timers.ts'
import { LayingDown, type Made } from './laying-down.ts'
import { lastNumberOf, superfluousFiles } from './own-files.ts'
import { pseudonymOf, segmentCaps } from './segment-form.ts'
import { SegmentIntake } from './segment-intake.ts'
import type { SegmentKeys } from './segment-keys.ts'
import { openSegment } from './segment.ts'
import { isBelow, Shelf } from './shelf.ts'
import { usualStoreHabits, type StoreHabits } from './store-habits.ts'
import { noMemory, notesOf, recallNotes, type StoreMemory } from './store-memory.ts'
import { shelfStatus, type StoreStatus } from './store-status.ts'
import type { Store, StoredFile, StoreFailure } from './store.ts'

export type StoreSyncParts = Readonly<{
  keys: SegmentKeys
  members: Members
  journal: Journal
  /** Of the replicator. */
  arrivals: Arrivals
  store: Store
  clock: Clock
  habits?: StoreHabits
  memory?: StoreMemory
}>

/** Names that are tried before a folder is taken to refuse us. */
const mostNames = 8

/**
 * Sync over a store: this device lays down what it has, in a folder of its own and in new files only, and reads what the others have laid
 * down. Nothing it finds there is believed for its name; what cannot be understood is left, and read again when it may be.
 */
export class StoreSync {
  private readonly parts: StoreSyncParts
  private readonly habits: StoreHabits
  private readonly own: DeviceId
  private readonly tag: string
  private readonly below: string
  private readonly shelf: Shelf
  private readonly intake: SegmentIntake
  private readonly layingDown: LayingDown
  private readonly timers: Timers
  private readonly listeners = new Set<() => void>()
  private readonly endings: (() => void)[] = []
  private turn: Promise<void> = Promise.resolve()
  private lookDue: Promise<void> | undefined
  private last = 0
  private hasLooked = false
  private isClosed = false
  private lastRead: number | undefined
  private lastWritten: number | undefined
  private failure: StoreFailure | undefined

  constructor(parts: StoreSyncParts) {
    this.parts = parts
    const { keys, members, clock } = parts
    this.habits = parts.habits ?? usualStoreHabits
    this.own = toHex(keys.own)
    this.tag = toHex(keys.tag)
    this.below = `${this.tag}/${pseudonymOf(keys.workspace, keys.own)}/`
    this.shelf = new Shelf(this.habits, clock)
    this.intake = new SegmentIntake(parts)
    const { own, below, habits, shelf } = this
    this.layingDown = new LayingDown({ ...parts, own, below, habits, shelf, put: made => this.put(made) })
    this.timers = new Timers(clock)
    this.endings.push(members.onChange(() => this.membersChanged()))
  }

  /** Looks at once, and from then on now and then, or when the store says that something has changed. */
  start(): void {
    const { store } = this.parts
    if (store.watch) this.endings.push(store.watch(() => this.timers.later('look', 0, () => void this.look())))
    void this.look()
  }

  /** Entries are in the journal now, own ones or others': what is missing in the store is laid down soon, with whatever comes meanwhile. */
  saved(): void {
    this.shelf.knowing++
    if (!this.timers.isMeant('write')) this.timers.later('write', this.habits.writeAfter, () => void this.write())
  }

  /** Reads what is new and lays down what is missing. Resolves when it is done; calls that come meanwhile share one more. */
  look(): Promise<void> {
    const due = this.lookDue ?? this.inTurn(() => this.lookNow())
    this.lookDue = due
    return due
  }

  /** Calls back when the status may have changed. Out: what ends it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  status(): StoreStatus {
    const { lastRead, lastWritten, failure } = this
    return { ...shelfStatus(this.shelf, this.own, this.parts.clock.now()), lastRead, lastWritten, failure }
  }

  close(): void {
    this.isClosed = true
    this.timers.stop()
    for (const end of this.endings) end()
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(async () => {
      if (this.isClosed) return
      try {
        await work()
      } catch (error) {
        // The journal could not be read: the replicator tells it, and the next look tries again.
        this.failure ??= { because: 'storeFailed', detail: String(error) }
      }
      for (const listener of this.listeners) listener()
    })
    return this.turn
  }

  private membersChanged(): void {
    this.shelf.knowing++
    this.timers.later('look', 0, () => void this.look())
  }

  private async lookNow(): Promise<void> {
    this.lookDue = undefined
    const { lookEvery, lookSpread } = this.habits
    const { clock, memory = noMemory } = this.parts
    this.timers.later('look', lookEvery + (clock.jitter() * 2 - 1) * lookSpread, () => void this.look())
    if (!this.hasLooked) this.last = await recallNotes(memory, this.shelf, this.parts.journal)
    const read = await this.readNew()
    this.failure = read.ok ? undefined : read.refusal
    if (!read.ok) return
    this.hasLooked = true
    this.lastRead = clock.now()
    const before = this.last
    await this.layDown()
    await this.tidy()
    // Without notes the next run reads more than it had to, and nothing worse.
    if (read.value > 0 || this.last > before) await memory.save(notesOf(this.shelf, this.last)).catch(() => undefined)
  }

  /** Only after a look: what this device once had may lie there, and has to be taken in before anything else is said. */
  private write(): Promise<void> {
    return this.inTurn(async () => {
      if (this.hasLooked) await this.layDown()
    })
  }

  private async layDown(): Promise<void> {
    const laid = await this.layingDown.run()
    this.failure = laid.ok ? undefined : laid.refusal
  }

  /** Out: how many files were read. */
  private async readNew(): Promise<Result<number, StoreFailure>> {
    const { store } = this.parts
    const listed = await store.list(this.tag)
    if (!listed.ok) return listed
    const signalling = `${this.tag}/sig/`
    const listing = listed.value.filter(({ path }) => !isBelow(path, signalling))
    for (const { path } of listing) if (isBelow(path, this.below)) this.last = Math.max(this.last, lastNumberOf(path))
    const due = this.shelf.compare(listing).toSorted(this.ownFirst)
    if (this.shelf.hasLost) this.layingDown.forget()
    for (let open = due; open.length > 0 && !this.isClosed;) {
      const round = await this.readRound(open)
      if (!round.ok) return round
      open = open.slice(round.value)
    }
    return ok(due.length)
  }

  /** Reads as many files as fit a round, and takes what is in them. Out: how many. */
  private async readRound(files: readonly StoredFile[]): Promise<Result<number, StoreFailure>> {
    const { store } = this.parts
    const pile = new Map<string, Bytes>()
    let [size, count] = [0, 0]
    for (const file of files) {
      if (count > 0 && size + file.size > this.habits.roundBytes) break
      count++
      const read = await store.read(file.path, segmentCaps.bytes)
      if (!read.ok) return read
      size += read.value?.length ?? 0
      if (read.value) pile.set(file.path, read.value)
      else if (file.size > segmentCaps.bytes)
        this.shelf.note(file, { state: 'foreign', because: 'segment is too large', covers: [] })
    }
    const picked = await this.intake.take(pile)
    if ([...picked.values()].some(({ covers }) => covers.length > 0)) this.shelf.knowing++
    for (const file of files.slice(0, count)) {
      const found = picked.get(file.path)
      if (found) this.shelf.note(file, found)
    }
    return ok(count)
  }

  private async put({ bytes, document, covers, entries }: Made): Promise<Result<true, StoreFailure>> {
    const { store, clock } = this.parts
    for (let name = 0; name < mostNames; name++) {
      const path = `${this.below}${this.last + 1}-${this.last + entries}.seg`
      this.last += entries
      const put = await store.put(path, bytes)
      if (!put.ok && put.refusal.because !== 'nameIsTaken') return refuse(put.refusal)
      if (!put.ok) continue
      this.lastWritten = clock.now()
      const file = { path, size: bytes.length, modified: 0 }
      this.shelf.note(file, { state: 'settled', device: this.own, document, covers })
      return ok(true)
    }
    return refuse({ because: 'storeFailed', detail: 'no name is free' })
  }

  /** Takes away own files of which newer own ones have everything, once those have been read back. */
  private async tidy(): Promise<void> {
    const { store, keys } = this.parts
    const files = superfluousFiles(this.shelf, this.below)
    const proved = new Set<string>()
    for (const path of new Set(files.flatMap(({ newer }) => newer))) {
      const read = await store.read(path, segmentCaps.bytes)
      if (read.ok && read.value && (await openSegment(read.value, await keys.opener())).ok) proved.add(path)
    }
    for (const { path, newer } of files) if (newer.every(one => proved.has(one))) await store.remove(path)
  }

  private readonly ownFirst = (one: StoredFile, other: StoredFile): number =>
    Number(isBelow(other.path, this.below)) - Number(isBelow(one.path, this.below)) || (one.path < other.path ? -1 : 1)
}
