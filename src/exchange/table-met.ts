import { finishedColumn, type PlanColumn, type PlanLabel, type PlanPerson } from '../domain/intake/plan.ts'
import { parseCategory } from './parse-values.ts'
import type { TableRow } from './table-row.ts'
import type { Tally } from './tally.ts'
import { textHash } from './text-hash.ts'

const longestKey = 150

/** More lists than these are no states: the column was mistaken for one. */
const mostColumns = 50

/** Everything met while the rows of a table are read, each once. */
export class TableMet {
  readonly columns = new Map<string, PlanColumn>()
  readonly people = new Map<string, PlanPerson>()
  readonly labels = new Map<string, PlanLabel>()
  /** Row keys, both kinds, to sources: rows name each other by one or the other. */
  readonly byKey = new Map<string, string>()
  private readonly sources = new Set<string>()

  /**
   * Where a row is recognised by at the next import. Keys with letters (`SMRGR-6275`) are the same in every file; bare numbers only
   * among tables whose key and title have the same headings. Without a key the title stands in.
   */
  sourceOf(row: TableRow, title: string, tally: Tally): string {
    const key = row.one('key') || row.one('otherKey')
    const scope = `${row.nameOf('key')}|${row.nameOf('title')}`.toLocaleLowerCase('de').slice(0, 40)
    const named = /\p{L}/u.test(key) ? `csv:${key}` : `csv:${scope}:${key}`
    const base = key === '' ? `csv:t:${textHash(title)}` : named.length > longestKey ? `csv:${textHash(named)}` : named
    let source = base
    for (let count = 2; this.sources.has(source); count++) source = `${base}#${count}`
    if (source !== base && key !== '') tally.find('keyRepeated', row.row, row.nameOf('key'), key)
    this.sources.add(source)
    for (const own of [row.one('key'), row.one('otherKey')])
      if (own !== '' && !this.byKey.has(own)) this.byKey.set(own, source)
    return source
  }

  /** The source of a row's column; null: the backlog. Without a column for states, finished rows share one. */
  columnOf(row: TableRow, isFinished: boolean, hasColumns: boolean, tally: Tally): string | null {
    if (!hasColumns) {
      if (isFinished) this.columns.set(finishedColumn, { source: finishedColumn, name: '', isArchived: false })
      return isFinished ? finishedColumn : null
    }
    const name = row.one('column').slice(0, 200)
    if (name === '') return null
    const source = `csv:column:${name.toLocaleLowerCase('de').slice(0, longestKey)}`
    if (this.columns.has(source)) return source
    if (this.columns.size >= mostColumns) {
      tally.find('valueUnknown', row.row, row.nameOf('column'), name)
      return null
    }
    const category = parseCategory(row.one('category'))
    this.columns.set(source, { source, name, isArchived: false, ...(category && { category }) })
    return source
  }
}
