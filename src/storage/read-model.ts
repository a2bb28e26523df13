import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import type { Heads, ReadModel } from '../workspace/ports.ts'
import type { RecordRow, WorkspaceDatabase } from './database.ts'

/** Raised when records are read otherwise than before: every projection is then built anew. */
const projectionVersion = 1
/** Rows per transaction while rebuilding: the page stays responsive, and another tab gets its turn. */
const rowsAtOnce = 1000

const rowOf = (record: RecordBase): RecordRow => ({
  type: record.type,
  id: record.id,
  document: record.document,
  record,
})

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

  /** The clock goes first and comes back last: a rebuild cut short begins anew. */
  async rebuild(document: DocumentName, records: readonly RecordBase[], heads: Heads): Promise<void> {
    const { records: table, clock } = this.database
    await this.database.transaction('rw', table, clock, async () => {
      await clock.delete(document)
      await table.where('document').equals(document).delete()
    })
    for (let at = 0; at < records.length; at += rowsAtOnce)
      await table.bulkPut(records.slice(at, at + rowsAtOnce).map(rowOf))
    await clock.put({ document, version: projectionVersion, heads })
  }

  async ofType(type: string): Promise<readonly RecordBase[]> {
    const rows = await this.database.records.where('type').equals(type).toArray()
    return rows.map(({ record }) => record)
  }
}
