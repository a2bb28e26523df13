import type { FieldRole, TableMapping, TableSample } from '../domain/intake/table.ts'
import { roleOfHeading } from './column-headings.ts'
import { isEmptyRow, type RawTable } from './csv.ts'
import { guessDateOrder, parseMoment } from './parse-moment.ts'
import { guessDecimal, parseKind, parseNumber, parsePriority } from './parse-values.ts'

const isFigure = (cell: string): boolean =>
  parseNumber(cell.replace(/%\s*$/, ''), '.') !== undefined || parseMoment(cell, 'dayFirst') !== undefined

const looksLikeHeader = ([first = [], ...rest]: readonly (readonly string[])[]): boolean => {
  const known = first.filter(cell => roleOfHeading(cell) !== undefined).length
  // A state like "Abgeschlossen" is a heading elsewhere; a row with a date beside it is none.
  if (known > 1 || (known === 1 && !first.some(isFigure))) return true
  if (first.length === 1 || first.some(isFigure)) return false
  const isBelow = first.some((_, index) => rest.some(row => isFigure(row[index] ?? '')))
  return isBelow || first.every(cell => cell.trim() !== '' && cell.length < 60)
}

/** Roles that one column alone can have; the first one that is filled gets it. Repeated headings share the others, one value each. */
const single: ReadonlySet<FieldRole> = new Set([
  'title',
  'key',
  'otherKey',
  'column',
  'category',
  'kind',
  'priority',
  'estimate',
  'due',
  'created',
  'finished',
])

/** Roles of words: a column of figures under such a heading counts or numbers something. */
const worded: ReadonlySet<FieldRole> = new Set(['title', 'column', 'comments', 'links'])

const isWordy = (values: readonly string[]): boolean => values.length === 0 || values.some(value => !isFigure(value))

const rolesByHeading = (names: readonly string[], columns: Columns): readonly FieldRole[] => {
  const taken = new Set<FieldRole>()
  return names.map((name, index): FieldRole => {
    const role = roleOfHeading(name) ?? 'ignored'
    const values = columns[index] ?? []
    if ((worded.has(role) && !isWordy(values)) || (single.has(role) && taken.has(role))) return 'ignored'
    if (values.length > 0) taken.add(role)
    return role
  })
}

const contents: readonly (readonly [FieldRole, (value: string) => boolean])[] = [
  ['due', value => parseMoment(value, 'dayFirst') !== undefined],
  ['kind', value => parseKind(value) !== undefined],
  ['priority', value => !isFigure(value) && parsePriority(value) !== undefined],
]

/** In every list somebody has once written "Montag" or "bald" where a date should be. */
const isMostly = (values: readonly string[], fit: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(fit).length >= values.length * 0.9

/** Without a heading a column tells by its values, as long as no other looks the same. */
const rolesByContent = (columns: Columns): readonly FieldRole[] => {
  const fits = columns.map(values => contents.find(([, fit]) => isMostly(values, fit))?.[0])
  return fits.map(role => (role !== undefined && fits.filter(other => other === role).length === 1 ? role : 'ignored'))
}

type Columns = readonly (readonly string[])[]

const guessRoles = (names: readonly string[], columns: Columns, hasHeader: boolean): readonly FieldRole[] => {
  const roles = hasHeader ? rolesByHeading(names, columns) : rolesByContent(columns)
  if (roles.includes('title') || roles.includes('key')) return roles
  // No heading helps: the first well-filled column with words in it names the cards.
  const fullest = Math.max(...columns.map(values => values.length))
  const isFull = (values: readonly string[]): boolean => values.length > fullest / 2 && isWordy(values)
  const wordy = roles.findIndex((role, index) => role === 'ignored' && isFull(columns[index] ?? []))
  return roles.map((role, index) => (index === Math.max(wordy, 0) ? 'title' : role))
}

const mostSamples = 3
const mostRows = 5
const lookedAt = 500

export const columnNames = ({ rows }: RawTable, hasHeader: boolean): readonly string[] => {
  const width = rows.slice(0, lookedAt).reduce((most, row) => Math.max(most, row.length), 0)
  const first = hasHeader ? (rows.find(row => !isEmptyRow(row)) ?? []) : []
  return Array.from({ length: hasHeader ? first.length : width }, (_, index) => (first[index] ?? '').trim())
}

/** The rows under the header with the numbers they have in Excel; empty ones are left out. */
export const bodyOf = (
  { rows }: RawTable,
  hasHeader: boolean,
): readonly { readonly row: number; readonly cells: readonly string[] }[] => {
  const filled = rows.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !isEmptyRow(cells))
  return hasHeader ? filled.slice(1) : filled
}

type Body = ReturnType<typeof bodyOf>

/** The first values of a column, however far down they begin: no samples means that the column is empty. */
const samplesOf = (body: Body, index: number): readonly string[] => {
  const samples: string[] = []
  for (const { cells } of body) {
    const cell = cells[index] ?? ''
    if (cell.trim() !== '') samples.push(cell)
    if (samples.length === mostSamples) break
  }
  return samples
}

/** Guesses what the columns of a table mean, from their headings and first values. */
export const guessMapping = (
  table: RawTable,
  { name, encoding }: { readonly name: string; readonly encoding: string },
): { readonly sample: TableSample; readonly mapping: TableMapping } => {
  const hasHeader = looksLikeHeader(table.rows.filter(row => !isEmptyRow(row)).slice(0, lookedAt))
  const names = columnNames(table, hasHeader)
  const body = bodyOf(table, hasHeader)
  const valuesOf = (index: number): readonly string[] =>
    body.slice(0, lookedAt).flatMap(({ cells }) => (cells[index]?.trim() ? [cells[index]] : []))
  const roles = guessRoles(
    names,
    names.map((_, index) => valuesOf(index)),
    hasHeader,
  )
  const dated = roles.flatMap((role, index) => (/^(due|created|finished)$/.test(role) ? [index] : []))
  const dates = guessDateOrder(body.flatMap(({ cells }) => dated.map(index => cells[index] ?? '')))
  const estimates = roles.flatMap((role, index) => (role === 'estimate' ? [index] : []))
  const decimal =
    estimates.length === 0 ? ',' : guessDecimal(body.flatMap(({ cells }) => estimates.map(index => cells[index] ?? '')))
  const columns = names.map((name, index) => ({ name, samples: samplesOf(body, index) }))
  return {
    sample: {
      name,
      delimiter: table.delimiter,
      encoding,
      rowCount: body.length,
      columns,
      rows: body.slice(0, mostRows).map(({ cells }) => cells),
      isDateOrderOpen: dates.has && dates.order === undefined,
    },
    mapping: { hasHeader, roles, dateOrder: dates.order ?? 'dayFirst', decimal },
  }
}
