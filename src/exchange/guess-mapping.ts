import type { FieldRole, TableMapping, TableSample } from '../domain/intake/table.ts'
import { isEmptyRow, type RawTable } from './csv.ts'
import { guessDateOrder, parseMoment } from './parse-moment.ts'
import { guessDecimal, parseNumber } from './parse-values.ts'

/** Headings of Jira (German and English), of German tables and of our own, in lower case. */
const headings: Readonly<Record<Exclude<FieldRole, 'ignored'>, string>> = {
  title:
    'summary|zusammenfassung|title|titel|name|betreff|subject|aufgabe|task|thema|was|vorgang|card name|bezeichnung',
  description: 'description|beschreibung|details|card description|inhalt|text|notiz|notizen|bemerkung|bemerkungen',
  key: 'issue key|schlüssel|vorgangsschlüssel|key|id|nr|nr.|nummer|kennung|ticket|card id|lfd. nr.|lfd nr',
  otherKey: 'issue id|vorgangs-id|vorgangs id',
  column: 'status|state|spalte|column|list|liste|list name|phase|stand|zustand',
  kind: 'issue type|vorgangstyp|typ|type|art|kind',
  priority: 'priority|priorität|prio|wichtigkeit|dringlichkeit',
  estimate:
    'story points|custom field (story points)|custom field (story point estimate)|benutzerdefiniertes feld (story points)|schätzung|aufwand|punkte|points|estimate|sp',
  people:
    'assignee|bearbeiter|bearbeiterin|bearbeitung|zugewiesene person|zugewiesen an|zuständig|zuständigkeit|verantwortlich|person|personen|people|members|owner|wer',
  labels:
    'labels|label|stichwörter|stichworte|schlagwörter|schlagworte|tags|component/s|components|komponenten|komponente/n|kategorie|bereich',
  due: 'due date|due|fälligkeitsdatum|fällig|fällig am|fälligkeit|frist|termin|deadline|bis|bis wann|zu erledigen bis',
  created:
    'created|erstellt|erstellt am|created_date|created date|created at|angelegt|angelegt am|eingang|eingangsdatum|erfasst am',
  finished:
    'resolved|erledigt am|gelöst|finished|finished_date|finished date|done date|completed|abgeschlossen|abgeschlossen am|fertig am|closed',
  parent: 'parent|parent id|parent key|übergeordnet|epic link|custom field (epic link)|übergeordneter vorgang',
  criteria: 'acceptance criteria|akzeptanzkriterien|abnahmekriterien|kriterien|custom field (acceptance criteria)',
  checklist: 'checklist|checkliste|checklisten|checklists|prüfliste|unteraufgaben',
}

const roleByHeading = new Map(
  (Object.entries(headings) as [FieldRole, string][]).flatMap(([role, list]) =>
    list.split('|').map(heading => [heading, role] as const),
  ),
)

/** What a column's heading says it is; undefined when it says nothing. */
export const roleOfHeading = (heading: string): FieldRole | undefined =>
  roleByHeading.get(
    heading
      .replaceAll(/[_\s]+/g, ' ')
      .trim()
      .toLocaleLowerCase('de'),
  ) ?? roleByHeading.get(heading.trim().toLocaleLowerCase('de'))

const isFigure = (cell: string): boolean =>
  parseNumber(cell, '.') !== undefined || parseMoment(cell, 'dayFirst') !== undefined

const looksLikeHeader = ([first = [], ...rest]: readonly (readonly string[])[]): boolean => {
  if (first.some(cell => roleOfHeading(cell) !== undefined)) return true
  if (first.length === 1 || first.some(isFigure)) return false
  const isBelow = first.some((_, index) => rest.some(row => isFigure(row[index] ?? '')))
  return isBelow || first.every(cell => cell.trim() !== '' && cell.length < 60)
}

/** Roles that one column alone can have; the first one gets it. Repeated headings share the others, one value each. */
const single: ReadonlySet<FieldRole> = new Set([
  'title',
  'key',
  'otherKey',
  'column',
  'kind',
  'priority',
  'estimate',
  'due',
  'created',
  'finished',
  'parent',
])

const isWordy = (values: readonly string[]): boolean => values.length === 0 || values.some(value => !isFigure(value))

const guessRoles = (names: readonly string[], samples: readonly (readonly string[])[]): readonly FieldRole[] => {
  const taken = new Set<FieldRole>()
  const roles = names.map((name, index): FieldRole => {
    const role = roleOfHeading(name) ?? 'ignored'
    const isUnfit = (role === 'title' && !isWordy(samples[index] ?? [])) || (single.has(role) && taken.has(role))
    if (isUnfit) return 'ignored'
    taken.add(role)
    return role
  })
  if (taken.has('title') || taken.has('key')) return roles
  // No heading helps: the first well-filled column with words in it names the cards.
  const fullest = Math.max(...samples.map(values => values.length))
  const isFull = (values: readonly string[]): boolean => values.length > fullest / 2 && isWordy(values)
  const wordy = roles.findIndex((role, index) => role === 'ignored' && isFull(samples[index] ?? []))
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
  )
  const dated = roles.flatMap((role, index) => (/^(due|created|finished)$/.test(role) ? [index] : []))
  const dates = guessDateOrder(body.flatMap(({ cells }) => dated.map(index => cells[index] ?? '')))
  const estimates = roles.indexOf('estimate')
  const decimal = estimates < 0 ? ',' : guessDecimal(body.map(({ cells }) => cells[estimates] ?? ''))
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
