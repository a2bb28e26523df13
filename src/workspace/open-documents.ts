import { RecordDocument, type Overruled, type Touched } from '../document/record-document.ts'
import { documentKind, type AnyDefinition, type DocumentName, type RecordBase } from '../domain/kernel/record.ts'
import type { Stamp } from '../domain/kernel/stamp.ts'
import type { DocumentStorage, Heads, LoadReport, Ports } from './ports.ts'
import type { RecordStore } from './record-store.ts'

type Open = { readonly document: RecordDocument; seen: Heads; readonly folds: number; pulling: Promise<void> }

type Events = {
  readonly opened: (document: RecordDocument, report: LoadReport) => void
  readonly closed: (name: DocumentName) => void
  readonly changed: (name: DocumentName, touched: readonly Touched[]) => void
  readonly overruled: (name: DocumentName, overruled: Overruled) => void
  /** The journal gives another document than was read: everything that was made of it is void. */
  readonly reread: (name: DocumentName) => void
}

/** Records read before the clock is looked at, milliseconds between two breaths, and records the store takes in one. */
const readSlice = 100
const longestBreath = 12
const storeSlice = 1000
const mostTeams = 4
/** Milliseconds a painted screen has for itself before its document is read behind it. */
const paintFirst = 400

const promiseOf = () => {
  let resolve = (): void => undefined
  const promise = new Promise<void>(settle => (resolve = settle))
  return { promise, resolve }
}

/** Lets the page answer in between. Timers would wait 4 ms each time. */
const breathe = (): Promise<void> => globalThis.scheduler?.yield?.() ?? new Promise(resolve => setTimeout(resolve))

/** Whether both know equally far of every device. */
export const sameHeads = (one: Heads, other: Heads): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([device, seq]) => other[device] === seq)

/** More entries than this behind a picture: reading them costs as much as reading every record. */
const fewEntries = 200

/** How many entries lie between; undefined when `from` knows of more than `to`. */
const entriesFrom = (from: Heads, to: Heads): number | undefined => {
  if (Object.entries(from).some(([device, seq]) => seq > (to[device] ?? 0))) return undefined
  return Object.entries(to).reduce((sum, [device, seq]) => sum + seq - (from[device] ?? 0), 0)
}

/** The documents this tab holds in memory, each opened once; their records stand in the record store. */
export class OpenDocuments {
  private readonly storage: DocumentStorage
  private readonly now: Ports['now']
  private readonly whenIdle: Ports['whenIdle']
  private readonly definitions: readonly AnyDefinition[]
  private readonly records: RecordStore
  private readonly events: Events
  private readonly open = new Map<DocumentName, Open>()
  private readonly opening = new Map<DocumentName, Promise<void>>()
  private underway = 0
  /** Pictures that were taken, until their document is read. */
  private readonly pictures = new Map<DocumentName, Promise<Heads | undefined>>()
  /** How often a document had been folded otherwise when its picture was made. */
  private readonly painted = new Map<DocumentName, number>()
  /** Settled by the first command: it cannot wait until everything is painted. */
  private readonly wanted = promiseOf()

  constructor(ports: Ports, definitions: readonly AnyDefinition[], records: RecordStore, events: Events) {
    this.storage = ports.storage
    this.now = ports.now
    this.whenIdle = ports.whenIdle
    this.definitions = definitions
    this.records = records
    this.events = events
  }

  get names(): readonly DocumentName[] {
    return [...this.open.keys()]
  }

  /** The newest stamp any of them has shown. */
  get newest(): Stamp {
    return Math.max(0, ...[...this.open.values()].map(({ document }) => document.newest))
  }

  get(
    name: DocumentName,
  ): { readonly document: RecordDocument; readonly seen: Heads; readonly folds: number } | undefined {
    return this.open.get(name)
  }

  /** Resolves when all records of the document are complete. */
  async ready(name: DocumentName): Promise<void> {
    await (this.opening.get(name) ?? this.begin(name, this.whole(name)))
  }

  /** Resolves as soon as something of the document can be shown: its picture, or else all of it. */
  async paint(name: DocumentName): Promise<void> {
    const painted = this.opening.has(name) ? undefined : await this.picture(name)
    if (!painted || this.opening.has(name)) return this.ready(name)
    // Whoever waits for the records hears of a failure; the screen has its picture already.
    this.begin(name, this.hydrateLater(name, painted)).catch(() => undefined)
  }

  /** Begins to read a picture before anybody asks for it. Whoever asks hears of a failure. */
  anticipate(name: DocumentName): void {
    if (!this.opening.has(name)) this.picture(name).catch(() => undefined)
  }

  /** An opening that fails is forgotten, so that the next one tries again. */
  private begin(name: DocumentName, opening: Promise<void>): Promise<void> {
    this.opening.set(name, opening)
    this.underway++
    opening
      .catch(() => {
        if (this.opening.get(name) === opening) this.opening.delete(name)
      })
      .finally(() => this.underway--)
    return opening
  }

  /** Nothing is being opened: whoever wants to write need not wait for anything. */
  get isReady(): boolean {
    return this.underway === 0
  }

  get beingOpened(): readonly DocumentName[] {
    return [...this.opening.keys()]
  }

  /** Resolves when everything that is being opened is complete; what was only painted is read at once. */
  async allReady(): Promise<void> {
    this.wanted.resolve()
    await Promise.all(this.opening.values())
  }

  /** Fetches what other tabs have written, or other devices. */
  async pull(name: DocumentName, origin: 'tab' | 'remote' = 'tab'): Promise<void> {
    const open = this.open.get(name)
    if (!open) return
    // One look that failed must not keep this tab from hearing of later ones.
    const before = open.pulling.catch(() => undefined)
    open.pulling = before.then(async () => {
      const { updates, heads, folds = 0 } = await this.storage.since(name, open.seen)
      if (folds !== open.folds) return this.reread(name, open)
      if (updates.length > 0) open.document.mergeAll(updates, origin)
      open.seen = heads
    })
    await open.pulling
  }

  /**
   * Entries were taken out of the journal that had been read: the document is read anew, by a fresh Yjs client. What is edited meanwhile is
   * on its way into the journal, and comes from there.
   */
  private async reread(name: DocumentName, old: Open): Promise<void> {
    const document = new RecordDocument(name, this.definitions, this.now)
    const { heads, folds = 0 } = await this.storage.load(name, document)
    if (this.open.get(name) !== old) return document.destroy()
    this.take(document, heads, folds)
    this.records.batch(() => {
      this.records.forget(name)
      this.records.load(document.readAll())
    })
    old.document.destroy()
    this.events.reread(name)
    await this.pull(name)
  }

  private take(document: RecordDocument, seen: Heads, folds: number): void {
    this.open.set(document.name, { document, seen, folds, pulling: Promise.resolve() })
    document.onChange(touched => this.changed(document, touched))
    document.onOverruled(overruled => this.events.overruled(document.name, overruled))
  }

  /** At most four team documents stay open; the one not used for longest is closed, while nothing waits to be saved. */
  useLatest(name: DocumentName, mayClose: boolean): void {
    const open = this.open.get(name)
    if (!open) return
    this.open.delete(name)
    this.open.set(name, open)
    const teams = this.names.filter(known => documentKind(known) === 'team')
    const [oldest] = teams
    if (oldest !== undefined && teams.length > mostTeams && mayClose) this.close(oldest)
  }

  destroy(): void {
    for (const { document } of this.open.values()) document.destroy()
  }

  private close(name: DocumentName): void {
    this.open.get(name)?.document.destroy()
    this.open.delete(name)
    this.opening.delete(name)
    this.pictures.delete(name)
    this.records.forget(name)
    this.events.closed(name)
  }

  /** Records come from the picture when it is true to the journal: reading it takes a third of reading the document. */
  private async whole(name: DocumentName): Promise<void> {
    const picture = this.picture(name)
    // Heard of where it is awaited, which is behind the reading of the document.
    picture.catch(() => undefined)
    await this.hydrate(name, picture)
  }

  /** Takes the records of a document's picture, once until the document itself is read. Out: the heads it is true to. */
  private picture(name: DocumentName): Promise<Heads | undefined> {
    const known = this.pictures.get(name)
    if (known) return known
    const taking = this.takePicture(name)
    this.pictures.set(name, taking)
    taking.catch(() => this.pictures.delete(name))
    return taking
  }

  private async takePicture(name: DocumentName): Promise<Heads | undefined> {
    const picture = await this.storage.picture(name)
    if (!picture) return undefined
    this.painted.set(name, picture.folds ?? 0)
    await this.load(picture.records)
    return picture.heads
  }

  private async hydrateLater(name: DocumentName, painted: Heads): Promise<void> {
    const quiet = new Promise<void>(resolve => setTimeout(() => this.whenIdle(resolve), paintFirst))
    await Promise.race([this.wanted.promise, quiet])
    await this.hydrate(name, painted)
  }

  private async hydrate(name: DocumentName, picture: Heads | Promise<Heads | undefined>): Promise<void> {
    const document = new RecordDocument(name, this.definitions, this.now)
    const report = await this.storage.load(name, document)
    const isTrue = (report.folds ?? 0) === (this.painted.get(name) ?? 0)
    const painted = (await picture) && isTrue ? await picture : undefined
    if (!isTrue) this.records.forget(name)
    this.pictures.delete(name)
    this.painted.delete(name)
    this.take(document, report.heads, report.folds ?? 0)
    if (!painted || !sameHeads(painted, report.heads)) await this.load(await this.unpainted(document, painted, report))
    await this.pull(name)
    this.events.opened(document, report)
  }

  /** The records a picture does not show as they are: those that entries behind it have changed, or all where that cannot be told. */
  private async unpainted(
    document: RecordDocument,
    painted: Heads | undefined,
    { heads, behind }: LoadReport,
  ): Promise<Iterable<RecordBase>> {
    if (!painted || (entriesFrom(painted, heads) ?? Infinity) > fewEntries) return document.readAll()
    const isKnown = behind && entriesFrom(behind.from, painted) !== undefined
    const updates = isKnown
      ? behind.entries.filter(({ device, seq }) => seq > (painted[device] ?? 0)).map(({ update }) => update)
      : (await this.storage.since(document.name, painted)).updates
    return document.readTouched(updates) ?? document.readAll()
  }

  /** Takes many records in slices, so that a large document never holds the page for long. */
  private async load(records: Iterable<RecordBase>): Promise<void> {
    let slice: RecordBase[] = []
    let since = performance.now()
    for (const record of records) {
      slice.push(record)
      const isWhole = slice.length >= storeSlice
      if (!isWhole && (slice.length % readSlice > 0 || performance.now() - since < longestBreath)) continue
      this.records.load(slice)
      slice = []
      await breathe()
      since = performance.now()
    }
    this.records.load(slice)
  }

  private changed(document: RecordDocument, touched: readonly Touched[]): void {
    this.records.load(touched.flatMap(({ type, id }) => document.read(type, id) ?? []))
    this.events.changed(document.name, touched)
  }
}
