import type { FieldRole, TableMapping } from '../domain/intake/table.ts'
import { isJira } from './column-headings.ts'
import type { RawTable } from './csv.ts'
import { bodyOf, columnNames } from './guess-mapping.ts'

/** A table as its mapping understands it; the same for all rows. */
export type TableReading = Readonly<{
  mapping: TableMapping
  /** The headings, empty where there are none. */
  names: readonly string[]
  body: ReturnType<typeof bodyOf>
  /** Indexes of the columns by what they mean. */
  columns: ReadonlyMap<FieldRole, readonly number[]>
  /** Cells are Jira's: wiki markup, entries of several parts, one value in each of many columns. */
  isJira: boolean
  /** The name behind an account id; the id where the table does not know it. */
  nameOf: (id: string) => string
}>

const columnsOf = ({ roles }: TableMapping): TableReading['columns'] => {
  const columns = new Map<FieldRole, number[]>()
  for (const [index, role] of roles.entries()) columns.set(role, [...(columns.get(role) ?? []), index])
  return columns
}

const positionsByName = (names: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const positions = new Map<string, number[]>()
  for (const [index, name] of names.entries()) {
    const known = positions.get(name)
    if (known) known.push(index)
    else positions.set(name, [index])
  }
  return positions
}

/** Jira Cloud puts a person's account id beside the name: `Assignee` and `Assignee Id`, `Watchers` and `Watchers Id` one by one. */
const namesByAccount = (names: readonly string[], body: TableReading['body']): ReadonlyMap<string, string> => {
  const positions = positionsByName(names.map(name => name.trim().toLocaleLowerCase('de')))
  const pairs = [...positions].flatMap(([name, ids]) => {
    const people = positions.get(name.replace(/[\s-]+id$/, '')) ?? []
    return people === ids ? [] : ids.flatMap((id, index) => (people[index] === undefined ? [] : [[id, people[index]]]))
  })
  const known = new Map<string, string>()
  for (const { cells } of body)
    for (const [id = 0, person = 0] of pairs) {
      const [account, name] = [cells[id]?.trim(), cells[person]?.trim()]
      if (account && name) known.set(account, name)
    }
  return known
}

/** Prepares a table for reading row by row. */
export const readingOf = (table: RawTable, mapping: TableMapping): TableReading => {
  const names = columnNames(table, mapping.hasHeader)
  const body = bodyOf(table, mapping.hasHeader)
  const fromJira = mapping.hasHeader && isJira(names)
  const accounts = fromJira ? namesByAccount(names, body) : new Map<string, string>()
  return {
    mapping,
    names,
    body,
    columns: columnsOf(mapping),
    isJira: fromJira,
    nameOf: id => accounts.get(id) ?? id,
  }
}
