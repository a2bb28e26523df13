import {
  finishedColumn,
  type ImportPlan,
  type PlanColumn,
  type PlanItem,
  type PlanLabel,
  type PlanPerson,
} from '../domain/intake/plan.ts'
import type { TableMapping } from '../domain/intake/table.ts'
import { bodyOf, columnNames } from './guess-mapping.ts'
import type { RawTable } from './csv.ts'
import { fitTexts } from './fit-text.ts'
import { linkParents } from './link-parents.ts'
import { parseKind, parsePriority } from './parse-values.ts'
import { TableRow, trustIn } from './table-row.ts'
import { Tally } from './tally.ts'
import { textHash } from './text-hash.ts'

/** Everything met while the rows are read, each once. */
class Met {
  readonly columns = new Map<string, PlanColumn>()
  readonly people = new Map<string, PlanPerson>()
  readonly labels = new Map<string, PlanLabel>()
  readonly sources = new Set<string>()
  /** Row keys, both kinds, to sources: parents are named by one or the other. */
  readonly byKey = new Map<string, string>()
}

const longestKey = 150

/**
 * Where a row is recognised by at the next import. Keys with letters (`SMRGR-6275`) are the same in every file; bare numbers only
 * among tables whose key and title have the same headings. Without a key the title stands in.
 */
const sourceOf = (row: TableRow, title: string, met: Met, tally: Tally): string => {
  const key = row.one('key') || row.one('otherKey')
  const scope = `${row.nameOf('key')}|${row.nameOf('title')}`.toLocaleLowerCase('de').slice(0, 40)
  const named = /\p{L}/u.test(key) ? `csv:${key}` : `csv:${scope}:${key}`
  const base = key === '' ? `csv:t:${textHash(title)}` : named.length > longestKey ? `csv:${textHash(named)}` : named
  let source = base
  for (let count = 2; met.sources.has(source); count++) source = `${base}#${count}`
  if (source !== base && key !== '') tally.find('keyRepeated', row.row, row.nameOf('key'), key)
  met.sources.add(source)
  return source
}

const columnOf = (row: TableRow, isFinished: boolean, hasColumns: boolean, met: Met): string | null => {
  if (!hasColumns) {
    if (isFinished) met.columns.set(finishedColumn, { source: finishedColumn, name: '', isArchived: false })
    return isFinished ? finishedColumn : null
  }
  const name = row.one('column')
  if (name === '') return null
  const source = `csv:column:${name.toLocaleLowerCase('de').slice(0, longestKey)}`
  if (!met.columns.has(source)) met.columns.set(source, { source, name, isArchived: false })
  return source
}

const itemOf = (row: TableRow, hasColumns: boolean, met: Met, tally: Tally): PlanItem | undefined => {
  const named = row.one('title') || row.one('key') || row.one('otherKey')
  if (named === '') {
    tally.find('titleMissing', row.row, row.nameOf('title'), row.all('description').join(' '))
    return undefined
  }
  const texts = fitTexts({ title: named, description: row.all('description').join('\n\n') }, row.row, tally)
  const [created, finished] = [row.moment('created'), row.moment('finished')]
  const dates = trustIn(row, created, finished, tally)
  const [people, labels] = [row.people(), row.labels()]
  for (const one of people) met.people.set(one.source, one)
  for (const one of labels) met.labels.set(one.source, one)
  const source = sourceOf(row, texts.title, met, tally)
  for (const key of [row.one('key'), row.one('otherKey')])
    if (key !== '' && !met.byKey.has(key)) met.byKey.set(key, source)
  return {
    ...texts,
    source,
    sourceKey: row.one('key').slice(0, 200),
    row: row.row,
    kind: row.choice('kind', parseKind, 'task'),
    estimate: row.estimate(),
    priority: row.choice('priority', parsePriority, 'medium'),
    due: row.moment('due')?.day ?? null,
    column: columnOf(row, finished !== undefined, hasColumns, met),
    people: people.map(({ source }) => source),
    labels: labels.map(({ source }) => source),
    parent: row.one('parent') || null,
    criteria: row.criteria(),
    checklists: row.checklists(),
    comments: [],
    links: [],
    createdAt: created?.instant ?? null,
    arrivedAt: dates === 'known' ? (finished?.instant ?? null) : null,
    dates,
    isArchived: false,
  }
}

/** Rows with more or fewer cells than the header has names. */
const checkWidth = (cells: readonly string[], row: number, width: number, tally: Tally): void => {
  const extra = cells.slice(width).filter(cell => cell.trim() !== '')
  if (extra.length > 0) tally.find('rowTooWide', row, '', extra.join(' | '))
  if (cells.length < width) tally.find('rowTooNarrow', row, '', cells.join(' | '))
}

const loseColumns = (
  cells: readonly string[],
  { roles }: TableMapping,
  names: readonly string[],
  tally: Tally,
): void => {
  for (const [index, name] of names.entries()) {
    const cell = cells[index]?.trim() ?? ''
    if (cell !== '' && (roles[index] ?? 'ignored') === 'ignored')
      tally.lose('tableColumn', cell, name || String(index + 1))
  }
}

/**
 * Reads a table into a plan as the mapping says. Every row with a title or a key becomes an item; nothing is dropped without a
 * finding (in the row) or a loss (columns without a place). Rows are numbered as Excel numbers them.
 */
export const planOfTable = (
  table: RawTable,
  mapping: TableMapping,
  name: string,
  onProgress: (share: number) => void = () => {},
): ImportPlan => {
  const [tally, met] = [new Tally(), new Met()]
  const names = columnNames(table, mapping.hasHeader)
  const body = bodyOf(table, mapping.hasHeader)
  const hasColumns = mapping.roles.includes('column')
  const items: PlanItem[] = []
  for (const [index, { row, cells }] of body.entries()) {
    checkWidth(cells, row, names.length, tally)
    loseColumns(cells, mapping, names, tally)
    const item = itemOf(new TableRow({ row, cells }, { mapping, names }, tally), hasColumns, met, tally)
    if (item) items.push(item)
    if (index % 500 === 0) onProgress(index / body.length)
  }
  return {
    name,
    kind: 'table',
    columns: [...met.columns.values()],
    people: [...met.people.values()],
    labels: [...met.labels.values()],
    items: linkParents(items, met.byKey, tally),
    findings: tally.findings,
    losses: tally.losses,
  }
}
