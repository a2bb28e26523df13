import type { RecordDocument } from '../document/record-document.ts'
import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import { sha256 } from '../journal/bytes.ts'
import { membershipDocument } from '../journal/header.ts'
import type {
  Activity,
  Appended,
  Batch,
  DocumentStorage,
  Heads,
  LoadReport,
  Picture,
  StorageFinding,
} from '../workspace/ports.ts'
import type { Ballast } from './ballast.ts'
import { isAhead } from './clocks.ts'
import type { CoveredRow, WorkspaceDatabase } from './database.ts'
import { DocumentCopies, stateOf } from './document-copies.ts'
import { DocumentLoader } from './document-loader.ts'
import { EntryReader } from './entry-reader.ts'
import { EntryWriter } from './entry-writer.ts'
import type { Identity } from './identity.ts'
import { namesOf } from './names.ts'
import { Pictures } from './pictures.ts'
import { saveFailureOf } from './save-failure.ts'

/** How many entries may lie behind before a cache is written anew: some dozen are opened in no time, a large state is not encoded so. */
export type Pace = Readonly<{
  copyAfter: number
  checkpointAfter: number
  /** A copy that has not answered by then is thrown away; milliseconds. */
  patience: number
}>
const usualPace: Pace = { copyAfter: 64, checkpointAfter: 2000, patience: 8000 }

export type JournalParts = Readonly<{
  database: WorkspaceDatabase
  identity: Identity
  ballast: Ballast
  now: () => number
  /** Told of what had to be mended. Findings of `load` stand in its report too. */
  report: (findings: readonly StorageFinding[], from: 'load' | 'append') => void
  pace?: Pace | undefined
}>

/** The journal and the caches of one workspace in this browser. The journal is the truth, everything else is made from it. */
export class JournalStorage implements DocumentStorage {
  private readonly database: WorkspaceDatabase
  private readonly writer: EntryWriter
  private readonly copies: DocumentCopies
  private readonly loader: DocumentLoader
  private readonly pictures: Pictures
  private readonly pace: Pace
  private readonly now: () => number
  private readonly device: string
  private readonly ballast: Ballast
  private readonly report: JournalParts['report']

  constructor({ database, identity, ballast, now, report, pace = usualPace }: JournalParts) {
    this.database = database
    this.pace = pace
    this.ballast = ballast
    this.report = report
    this.writer = new EntryWriter(database, identity, now)
    this.copies = new DocumentCopies(namesOf(identity.id), pace.patience)
    this.pictures = new Pictures(database)
    const reader = new EntryReader(database, identity, now)
    const append = (batch: Batch) => this.append(batch)
    this.loader = new DocumentLoader({ database, copies: this.copies, reader, append, now, device: identity.device })
    this.device = identity.device
    this.now = now
  }

  async load(document: DocumentName, into: RecordDocument): Promise<LoadReport> {
    const report = await this.loader.load(document, into)
    this.writer.merged(document, report.heads)
    this.report(report.findings, 'load')
    return report
  }

  /** On a full disk the reserve is given up, once, and the batch tried again. */
  async append(batch: Batch): Promise<Appended> {
    const first = await this.tryAppend(batch)
    if (first.ok || first.failure.because !== 'storageFull') return first
    if (!(await this.ballast.free())) return first
    this.report([{ finding: 'quotaExceeded', at: this.now(), document: batch.document }], 'append')
    return this.tryAppend(batch)
  }

  async since(
    document: DocumentName,
    seen: Heads,
  ): Promise<{ updates: readonly Uint8Array[]; heads: Heads; folds?: number }> {
    const beginning = await this.loader.beginningBehind(document, seen)
    const { entries, heads, folds } = await this.loader.entriesBehind(document, seen)
    this.writer.merged(document, heads)
    const updates = [...(beginning ? [beginning] : []), ...entries.map(({ update }) => update)]
    return { updates, heads, ...(folds > 0 && { folds }) }
  }

  /** Folds a document from the journal alone, or with its copy, as it will be shown. Out: the heads it is true to. Nothing is mended. */
  fold(document: DocumentName, into: RecordDocument, withCopy: boolean): Promise<Heads> {
    return this.loader.fold(document, into, withCopy)
  }

  picture(document: DocumentName): Promise<Picture | undefined> {
    return this.pictures.read(document)
  }

  /** Copy and checkpoint wait until enough lies behind them; the picture is always true to `heads`, and costs what has changed. */
  async storeCopy(
    document: DocumentName,
    from: RecordDocument,
    records: readonly RecordBase[],
    heads: Heads,
    folds = 0,
  ): Promise<void> {
    const { covered, headsBefore } = await this.standing(document)
    if ((covered.folds ?? 0) !== folds) return
    if (entriesBetween(covered.copy, heads) >= this.pace.copyAfter) {
      // An edit may have come while the rows were read. What is not in the journal must not get into the copy.
      if (isAhead(from.clocks(), headsBefore)) return
      await this.storeState(document, from, heads, covered)
    }
    await this.pictures.write(document, records, heads, folds)
    await this.ballast.lay()
  }

  async documents(): Promise<readonly DocumentName[]> {
    const heads = await this.database.heads.toArray()
    return [...new Set(heads.map(({ document }) => document))].filter(name => name !== membershipDocument)
  }

  activity(record: string): Promise<readonly Activity[]> {
    return this.database.activity.where('record').equals(record).toArray()
  }

  async wroteHere(document: DocumentName, client: number): Promise<boolean> {
    const head = await this.database.heads.get([document, this.device])
    return head?.clocks[client] !== undefined
  }

  async close(): Promise<void> {
    this.copies.close()
    this.database.close()
  }

  private async tryAppend(batch: Batch): Promise<Appended> {
    try {
      return { ok: true, heads: await this.writer.write(batch) }
    } catch (error) {
      return { ok: false, failure: saveFailureOf(error, this.database.fenced) }
    }
  }

  private async storeState(
    document: DocumentName,
    from: RecordDocument,
    heads: Heads,
    covered: CoveredRow,
  ): Promise<void> {
    const state = stateOf(from)
    const { folds = 0 } = covered
    await this.copies.store(document, state, heads, folds)
    const isDue = entriesBetween(covered.checkpoint, heads) >= this.pace.checkpointAfter
    const checkpoint = isDue ? { document, heads, state, hash: await sha256(state) } : undefined
    const { covered: table, checkpoints } = this.database
    await this.database.transaction('rw', table, checkpoints, async () => {
      if (((await table.get(document))?.folds ?? 0) !== folds) return
      // What the document began with stays beside the newer state: others may begin with it too.
      if (checkpoint) await checkpoints.put({ ...(covered.begins && (await checkpoints.get(document))), ...checkpoint })
      await table.put({ ...covered, copy: heads, checkpoint: checkpoint ? heads : covered.checkpoint })
    })
  }

  private standing(document: DocumentName) {
    const { database } = this
    return database.transaction('r', database.heads, database.covered, async () => ({
      headsBefore: await database.headsOf(document),
      covered: (await database.covered.get(document)) ?? { document, copy: {}, checkpoint: {} },
    }))
  }
}

const entriesBetween = (from: Heads, to: Heads): number =>
  Object.entries(to).reduce((sum, [device, seq]) => sum + Math.max(0, seq - (from[device] ?? 0)), 0)
