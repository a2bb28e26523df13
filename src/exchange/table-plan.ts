import type { ImportPlan } from '../domain/intake/plan.ts'
import type { TableMapping } from '../domain/intake/table.ts'
import type { RawTable } from './csv.ts'
import { fitTexts } from './fit-text.ts'
import { linkBlockers } from './link-blockers.ts'
import { linkParents } from './link-parents.ts'
import { parseKind, parsePriority } from './parse-values.ts'
import type { ReadItem } from './read-item.ts'
import { commentsOf, linksOf } from './table-entries.ts'
import { TableMet } from './table-met.ts'
import { readingOf, type TableReading } from './table-reading.ts'
import { TableRow, trustIn } from './table-row.ts'
import { Tally } from './tally.ts'
import { readWikiMarkup } from './wiki-markup.ts'

type Whole = Readonly<{ reading: TableReading; met: TableMet; tally: Tally }>

const textsOf = (row: TableRow, named: string, { reading, tally }: Whole) => {
  const written = row.all('description').join('\n\n')
  const description = reading.isJira ? readWikiMarkup(written, reading.nameOf) : written
  return fitTexts({ title: named, description }, row.row, tally)
}

const itemOf = (row: TableRow, whole: Whole): ReadItem | undefined => {
  const { reading, met, tally } = whole
  const named = row.one('title') || row.one('key') || row.one('otherKey')
  if (named === '') {
    tally.find('titleMissing', row.row, row.nameOf('title'), row.all('description').join(' '))
    return undefined
  }
  const { title, description } = textsOf(row, named, whole)
  const [created, finished] = [row.moment('created'), row.moment('finished')]
  const dates = trustIn(row, created, finished, tally)
  const [people, labels] = [row.people(), row.labels()]
  for (const one of people) met.people.set(one.source, one)
  for (const one of labels) met.labels.set(one.source, one)
  return {
    // Named one by one: an object that begins as a copy of another grows slowly (measured).
    title,
    description,
    source: met.sourceOf(row, title, tally),
    sourceKey: row.one('key').slice(0, 200),
    row: row.row,
    kind: row.choice('kind', parseKind, 'task'),
    estimate: row.estimate(),
    priority: row.choice('priority', parsePriority, 'medium'),
    due: row.moment('due')?.day ?? null,
    column: met.columnOf(row, finished !== undefined, reading.columns.has('column'), tally),
    people: people.map(({ source }) => source),
    labels: labels.map(({ source }) => source),
    parent: null,
    parents: row.all('parent'),
    blockedBy: [],
    waitsFor: row.keys('blockedBy'),
    holdsUp: row.keys('blocks'),
    criteria: row.criteria(),
    checklists: row.checklists(),
    comments: commentsOf(row, reading, tally),
    links: linksOf(row, reading, tally),
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

const loseColumns = (cells: readonly string[], { mapping: { roles }, names }: TableReading, tally: Tally): void => {
  for (const [index, name] of names.entries()) {
    if ((roles[index] ?? 'ignored') !== 'ignored') continue
    const cell = cells[index]?.trim() ?? ''
    if (cell !== '') tally.lose('tableColumn', cell, name.slice(0, 200) || String(index + 1))
  }
}

/**
 * Reads a table into a plan as the mapping says. Every row with a title or a key becomes an item; nothing is dropped without a
 * finding (in the row) or a loss (columns without a place). Rows are numbered as Excel numbers them. A table with the headings of
 * Jira is read as Jira writes it: wiki markup, comments and attachments with person and date, account ids by their names.
 */
export const planOfTable = (
  table: RawTable,
  mapping: TableMapping,
  name: string,
  onProgress: (share: number) => void = () => {},
): ImportPlan => {
  const reading = readingOf(table, mapping)
  const [tally, met] = [new Tally(), new TableMet()]
  const { body, names } = reading
  const items: ReadItem[] = []
  for (const [index, { row, cells }] of body.entries()) {
    checkWidth(cells, row, names.length, tally)
    loseColumns(cells, reading, tally)
    const item = itemOf(new TableRow({ row, cells }, reading, tally), { reading, met, tally })
    if (item) items.push(item)
    if (index % 100 === 0) onProgress(index / body.length)
  }
  return {
    name,
    kind: reading.isJira ? 'jira' : 'table',
    columns: [...met.columns.values()],
    people: [...met.people.values()],
    labels: [...met.labels.values()],
    items: linkBlockers(linkParents(items, met.byKey, reading.isJira, tally), met.byKey, tally),
    findings: tally.findings,
    losses: tally.losses,
  }
}
