import { Dexie, liveQuery } from 'dexie'
import { sameValue, type Json } from '../domain/kernel/json.ts'
import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import type { Heads, ReadModel } from '../workspace/ports.ts'
import { seqsOf, type RecordRow, type WorkspaceDatabase } from './database.ts'
import { idle } from './idle.ts'

/** Raised when records are read otherwise than before: every projection is then built anew. */
const projectionVersion = 1
/** Rows looked at in one go while rebuilding: a few milliseconds, less than the frame of a card in the air has left. */
const rowsAtOnce = 100
/** Rows that are only read, in one go. */
const rowsOfPage = 500

const rowOf = (record: RecordBase): RecordRow => ({
  type: record.type,
  id: record.id,
  document: record.document,
  record,
})

type Key = readonly [type: string, id: string]

const keyOf = ({ type, id }: RecordBase): Key => [type, id]

const byKey = (one: RecordBase, other: RecordBase): number =>
  one.type === other.type ? (one.id < other.id ? -1 : 1) : one.type < other.type ? -1 : 1

/** Records of all documents side by side, for screens over many teams. A cache: its clock says how far it is true. */
export class DexieReadModel implements ReadModel {
  private readonly database: WorkspaceDatabase

  constructor(database: WorkspaceDatabase) {
    this.database = database
  }

  async project(document: DocumentName, records: readonly RecordBase[], heads: Heads): Promise<void> {
    const { records: table, clock } = this.database
    await this.database.transaction('rw', table, clock, async () => {
      await table.bulkPut(records.map(rowOf))
      await clock.put({ document, version: projectionVersion, heads })
    })
  }

  async projectedHeads(document: DocumentName): Promise<Heads | undefined> {
    const row = await this.database.clock.get(document)
    return row?.version === projectionVersion ? row.heads : undefined
  }

  /**
   * The clock goes first and comes back last: a rebuild cut short begins anew. Rows are read and only those that differ are written: a
   * read costs a tenth of a write, and whoever closed the tab after the last edit has left all but a few of them true (10,000 rows
   * written again in one go held the page for 0.8 s, measured).
   */
  async rebuild(document: DocumentName, records: readonly RecordBase[], heads: Heads): Promise<void> {
    const { clock } = this.database
    await clock.delete(document)
    const sorted = records.toSorted(byKey)
    let from: Key | undefined
    for (let at = 0; at < sorted.length || at === 0; at += rowsAtOnce) {
      if (at > 0) await idle()
      const slice = sorted.slice(at, at + rowsAtOnce)
      const last = at + rowsAtOnce < sorted.length ? slice.at(-1) : undefined
      await this.mend(document, slice, { from, to: last && keyOf(last) })
      from = last && keyOf(last)
    }
    await clock.put({ document, version: projectionVersion, heads })
  }

  /** Brings the rows behind `from` and up to `to` to what the records say. */
  private async mend(
    document: DocumentName,
    records: readonly RecordBase[],
    { from, to }: { readonly from: Key | undefined; readonly to: Key | undefined },
  ): Promise<void> {
    const { records: table } = this.database
    const found = await table
      .where('[type+id]')
      .between(from ?? Dexie.minKey, to ?? Dexie.maxKey, from === undefined, true)
      .toArray()
    const rows = new Map(found.filter(row => row.document === document).map(row => [`${row.type}/${row.id}`, row]))
    const due = records.map(rowOf).filter(row => {
      const known = rows.get(`${row.type}/${row.id}`)
      rows.delete(`${row.type}/${row.id}`)
      return !known || !sameValue(known.record as unknown as Json, row.record as unknown as Json)
    })
    if (due.length > 0) await table.bulkPut(due)
    if (rows.size > 0) await table.bulkDelete([...rows.values()].map(({ type, id }) => [type, id]))
  }

  /** In pages: ten thousand rows handed over in one go would hold the page. */
  async ofType(type: string): Promise<readonly RecordBase[]> {
    const found: RecordBase[] = []
    let page: readonly RecordRow[] = []
    do {
      page = await this.database.records
        .where('[type+id]')
        .between([type, page.at(-1)?.id ?? Dexie.minKey], [type, Dexie.maxKey], page.length === 0)
        .limit(rowsOfPage)
        .toArray()
      for (const { record } of page) found.push(record)
    } while (page.length === rowsOfPage)
    return found
  }

  standing(): Promise<ReadonlyMap<DocumentName, Readonly<{ heads: Heads; isBehind: boolean }>>> {
    const { clock, heads } = this.database
    return this.database.transaction('r', clock, heads, async () => {
      const [rows, known] = [await clock.toArray(), await heads.toArray()]
      return new Map(
        rows.map(({ document, version, heads: projected }) => {
          const journal = seqsOf(known.filter(head => head.document === document))
          return [
            document,
            { heads: projected, isBehind: version !== projectionVersion || !reaches(projected, journal) },
          ]
        }),
      )
    })
  }

  onProjected(listener: () => void): () => void {
    const told = liveQuery(() => this.database.clock.toArray()).subscribe({
      // The first look, too: what was projected between a reader's own look and this one would else be heard of by nobody.
      next: listener,
      // A database that is closed for good projects nothing any more.
      error: () => undefined,
    })
    return () => told.unsubscribe()
  }

  async *ofDocument(document: DocumentName, atOnce: number): AsyncGenerator<readonly RecordBase[]> {
    const keys = await this.database.records.where('document').equals(document).primaryKeys()
    for (let at = 0; at < keys.length; at += atOnce) {
      const rows = await this.database.records.bulkGet(keys.slice(at, at + atOnce))
      yield rows.flatMap(row => (row ? [row.record] : []))
    }
  }
}

/** Also behind is what was projected before entries were taken out. */
const reaches = (projected: Heads, journal: Heads): boolean =>
  Object.entries({ ...projected, ...journal }).every(([device]) => projected[device] === journal[device])
