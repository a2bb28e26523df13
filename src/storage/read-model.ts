import { Dexie } from 'dexie'
import { sameValue, type Json } from '../domain/kernel/json.ts'
import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import type { Heads, ReadModel } from '../workspace/ports.ts'
import type { RecordRow, WorkspaceDatabase } from './database.ts'
import { idle } from './idle.ts'

/** Raised when records are read otherwise than before: every projection is then built anew. */
const projectionVersion = 1
/** Rows looked at in one go while rebuilding: a few milliseconds, less than the frame of a card in the air has left. */
const rowsAtOnce = 100

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

  async ofType(type: string): Promise<readonly RecordBase[]> {
    const rows = await this.database.records.where('type').equals(type).toArray()
    return rows.map(({ record }) => record)
  }
}
