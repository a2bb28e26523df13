import type { RecordDocument } from '../document/record-document.ts'
import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
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
import { seqsOf, type EntryRow, type WorkspaceDatabase } from './database.ts'
import { EntryReader, type ReadEntry } from './entry-reader.ts'
import { EntryWriter } from './entry-writer.ts'
import type { Identity } from './identity.ts'
import { namesOf, type WorkspaceNames } from './names.ts'
import { saveFailureOf } from './save-failure.ts'

/** The journal and the caches of one workspace in this browser. The journal is the truth, everything else is made from it. */
export class JournalStorage implements DocumentStorage {
  private readonly database: WorkspaceDatabase
  private readonly names: WorkspaceNames
  private readonly reader: EntryReader
  private readonly writer: EntryWriter

  constructor(database: WorkspaceDatabase, identity: Identity, now: () => number) {
    this.database = database
    this.names = namesOf(identity.id)
    this.reader = new EntryReader(database, identity, now)
    this.writer = new EntryWriter(database, identity, now)
  }

  async load(document: DocumentName, into: RecordDocument): Promise<LoadReport> {
    const { rows, heads } = await this.rowsBehind(document, {})
    const { entries, findings } = await this.reader.read(rows)
    return { heads, findings: [...findings, ...(await this.merge(entries, into))] }
  }

  async append(batch: Batch): Promise<Appended> {
    try {
      const { heads } = await navigator.locks.request(this.names.appendLock, () => this.writer.write(batch))
      return { ok: true, heads }
    } catch (error) {
      return { ok: false, failure: saveFailureOf(error, this.database.fenced) }
    }
  }

  async since(document: DocumentName, seen: Heads): Promise<{ updates: readonly Uint8Array[]; heads: Heads }> {
    const { rows, heads } = await this.rowsBehind(document, seen)
    const { entries } = await this.reader.read(rows)
    return { updates: entries.map(({ update }) => update), heads }
  }

  async picture(document: DocumentName): Promise<Picture | undefined> {
    void document
    return undefined
  }

  async storeCopy(
    document: DocumentName,
    from: RecordDocument,
    records: readonly RecordBase[],
    heads: Heads,
  ): Promise<void> {
    void [document, from, records, heads]
  }

  async documents(): Promise<readonly DocumentName[]> {
    const heads = await this.database.heads.toArray()
    return [...new Set(heads.map(({ document }) => document))].filter(name => name !== membershipDocument)
  }

  activity(record: string): Promise<readonly Activity[]> {
    return this.database.activity.where('record').equals(record).toArray()
  }

  async close(): Promise<void> {
    this.database.close()
  }

  /** One look at the journal: heads and the entries up to them belong together. */
  private rowsBehind(document: DocumentName, seen: Heads) {
    const { database } = this
    return database.transaction('r', database.heads, database.entries, async () => {
      const heads = seqsOf(await database.headsOf(document))
      const behind = Object.entries(heads).filter(([device, seq]) => seq > (seen[device] ?? 0))
      const rows = await Promise.all(behind.map(([device]) => database.entriesOf(document, device, seen[device] ?? 0)))
      return { heads, rows: rows.flat() satisfies EntryRow[] }
    })
  }

  /** All at once; only when Yjs throws, one by one, to set aside the one it throws at. */
  private async merge(entries: readonly ReadEntry[], into: RecordDocument): Promise<readonly StorageFinding[]> {
    const updates = entries.map(({ update }) => update)
    if (updates.length === 0 || succeeds(() => into.mergeAll(updates, 'storage'))) return []
    const broken = entries.filter(({ update }) => !succeeds(() => into.merge(update, 'storage')))
    return Promise.all(broken.map(({ row }) => this.reader.setAside(row, 'update is undecodable')))
  }
}

const succeeds = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}
