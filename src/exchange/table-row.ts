import { hueOfWord } from '../domain/intake/import-people.ts'
import type { DateTrust, PlanCheck, PlanChecklist, PlanLabel, PlanPerson } from '../domain/intake/plan.ts'
import type { FieldRole, TableMapping } from '../domain/intake/table.ts'
import { pastedLines } from '../domain/work/pasted-lines.ts'
import { parseMoment, type Moment } from './parse-moment.ts'
import { parseNumber } from './parse-values.ts'
import type { Tally } from './tally.ts'

/** One row seen through the mapping: cells by what they mean. */
export class TableRow {
  readonly row: number
  private readonly cells: readonly string[]
  private readonly mapping: TableMapping
  private readonly names: readonly string[]
  private readonly tally: Tally

  constructor(
    { row, cells }: { readonly row: number; readonly cells: readonly string[] },
    table: { readonly mapping: TableMapping; readonly names: readonly string[] },
    tally: Tally,
  ) {
    this.row = row
    this.cells = cells
    this.mapping = table.mapping
    this.names = table.names
    this.tally = tally
  }

  /** All filled cells of a role, in the order of the columns. */
  all(role: FieldRole): readonly string[] {
    return this.mapping.roles.flatMap((own, index) => {
      const cell = this.cells[index]?.trim() ?? ''
      return own === role && cell !== '' ? [cell] : []
    })
  }

  one(role: FieldRole): string {
    return this.all(role)[0] ?? ''
  }

  /** The heading of a role's column, for findings. */
  nameOf(role: FieldRole): string {
    return this.names[this.mapping.roles.indexOf(role)] ?? ''
  }

  moment(role: FieldRole): Moment | undefined {
    const text = this.one(role)
    if (text === '') return undefined
    const moment = parseMoment(text, this.mapping.dateOrder)
    if (!moment) this.tally.find('dateUnreadable', this.row, this.nameOf(role), text)
    return moment
  }

  estimate(): number | null {
    const text = this.one('estimate')
    if (text === '') return null
    const number = parseNumber(text, this.mapping.decimal)
    if (number !== undefined && number >= 0) return number
    this.tally.find('numberUnreadable', this.row, this.nameOf('estimate'), text)
    return null
  }

  /** A fixed value; what is not known is named, and the fallback stands in. */
  choice<Choice>(role: FieldRole, parse: (text: string) => Choice | undefined, fallback: Choice): Choice {
    const text = this.one(role)
    if (text === '') return fallback
    const value = parse(text)
    if (value === undefined) this.tally.find('valueUnknown', this.row, this.nameOf(role), text)
    return value ?? fallback
  }

  people(): readonly PlanPerson[] {
    return this.split('people', /[;|\n]/).map(name => ({ source: `csv:person:${key(name)}`, name }))
  }

  labels(): readonly PlanLabel[] {
    const separator = this.all('labels').some(cell => cell.includes(';')) ? /[;|\n]/ : /[,|\n]/
    return this.split('labels', separator).map(name => ({
      source: `csv:label:${key(name)}`,
      name,
      hue: hueOfWord(name),
    }))
  }

  criteria(): readonly PlanCheck[] {
    return this.all('criteria').flatMap(checksFrom)
  }

  checklists(): readonly PlanChecklist[] {
    return this.all('checklist').flatMap(cell => checklistsFrom(cell, this.nameOf('checklist')))
  }

  private split(role: FieldRole, separator: RegExp): readonly string[] {
    return this.all(role).flatMap(cell =>
      cell
        .split(separator)
        .map(part => part.trim())
        .filter(part => part !== ''),
    )
  }
}

const key = (name: string): string => name.toLocaleLowerCase('de').slice(0, 150)

const longestPoint = 1000

const checksFrom = (text: string): readonly PlanCheck[] =>
  pastedLines(text).map(line => ({
    title: line.text.slice(0, longestPoint),
    isDone: line.isTicked,
    due: null,
    person: null,
  }))

/** Lines that begin with `# ` name a checklist; what stands before the first goes into one named like the column. */
const checklistsFrom = (text: string, fallback: string): readonly PlanChecklist[] =>
  text
    .split(/^(?=# )/m)
    .map(part => {
      const [, title = fallback, rest = part] = /^# ([^\r\n]*)([\s\S]*)$/.exec(part) ?? []
      return { title: title.trim().slice(0, 200), checks: checksFrom(rest) }
    })
    .filter(({ title, checks }) => title !== fallback || checks.length > 0)

/** Whether figures may use two dates; contradictory ones are named. */
export const trustIn = (
  row: TableRow,
  created: Moment | undefined,
  finished: Moment | undefined,
  tally: Tally,
): DateTrust => {
  if (!created || !finished) return 'unknown'
  if (finished.day >= created.day) return 'known'
  tally.find('finishedBeforeCreated', row.row, row.nameOf('finished'), `${row.one('created')} → ${row.one('finished')}`)
  return 'contradictory'
}
