import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import type { Heads, Picture } from '../workspace/ports.ts'
import type { PictureRow, WorkspaceDatabase } from './database.ts'
import { idle } from './idle.ts'

/** Raised when records are read otherwise than before: older pictures are then not shown. */
const pictureVersion = 1
/** Records per row: one row is read in a few milliseconds, so the page never waits long in one piece. */
const recordsPerPart = 1000

/**
 * Plain pictures of documents for the first paint. One row per thousand records instead of one per record: IndexedDB costs by the row,
 * not by the byte (measured: 6.5 times faster to read, 12 times to write).
 */
export class Pictures {
  private readonly database: WorkspaceDatabase
  /** The records of each part as they were last written, to leave parts alone in which nothing has changed. */
  private readonly written = new Map<
    DocumentName,
    Readonly<{ folds: number; parts: readonly (readonly RecordBase[])[] }>
  >()

  constructor(database: WorkspaceDatabase) {
    this.database = database
  }

  async read(document: DocumentName): Promise<Picture | undefined> {
    const { pictures, covered } = this.database
    return this.database.transaction('r', pictures, covered, async () => {
      const head = await pictures.get([document, 0])
      if (!head || head.version !== pictureVersion) return undefined
      const { folds = 0 } = (await covered.get(document)) ?? {}
      if ((head.folds ?? 0) !== folds) return undefined
      // All asked for at once; each is parsed when it comes, so none keeps the page for long.
      const asked = Array.from({ length: head.parts }, (_, index) =>
        pictures.get([document, index + 1]).then(row => row && parse(row.records)),
      )
      const parts = await Promise.all(asked)
      if (!parts.every(part => part !== undefined)) return undefined
      // The store keeps these very records: the first picture after this one costs what has changed, too.
      if (this.written.get(document)?.folds !== folds) this.written.set(document, { folds, parts })
      return { records: parts.flat(), heads: head.heads, ...(folds > 0 && { folds }) }
    })
  }

  /** All parts and the heads they are true to, at once. */
  async write(document: DocumentName, records: readonly RecordBase[], heads: Heads, folds = 0): Promise<void> {
    const parts = partsOf(records)
    const before = this.written.get(document)
    const known = before?.folds === folds ? before.parts : []
    const row = { document, parts: parts.length, version: pictureVersion, heads, ...(folds > 0 && { folds }) }
    const rows: PictureRow[] = [{ ...row, part: 0, records: '[]' }]
    for (const [index, part] of parts.entries()) {
      if (sameRecords(part, known[index])) continue
      // Printing ten thousand records in one go would cost a card in the air four frames.
      if (rows.length > 1) await idle()
      rows.push({ ...row, part: index + 1, records: JSON.stringify(part) })
    }
    const { pictures } = this.database
    await this.database.transaction('rw', pictures, async () => {
      await pictures.bulkPut(rows)
      const beyond = [document, parts.length + 1]
      await pictures.where('[document+part]').between(beyond, [document, Infinity], true, true).delete()
    })
    this.written.set(document, { folds, parts })
  }
}

const partsOf = (records: readonly RecordBase[]): readonly (readonly RecordBase[])[] =>
  Array.from({ length: Math.ceil(records.length / recordsPerPart) }, (_, part) =>
    records.slice(part * recordsPerPart, (part + 1) * recordsPerPart),
  )

/** Records are frozen, a changed one is another object. */
const sameRecords = (one: readonly RecordBase[], other: readonly RecordBase[] | undefined): boolean =>
  other !== undefined && one.length === other.length && one.every((record, index) => record === other[index])

const parse = (text: string): readonly RecordBase[] | undefined => {
  try {
    const records: unknown = JSON.parse(text)
    if (!Array.isArray(records)) return undefined
    for (const record of records as readonly RecordBase[]) Object.freeze(record)
    return records as readonly RecordBase[]
  } catch {
    return undefined
  }
}
