import { hueOfWord } from '../domain/intake/import-people.ts'
import type { DateTrust, PlanCheck, PlanChecklist, PlanLabel, PlanPerson } from '../domain/intake/plan.ts'
import type { FieldRole } from '../domain/intake/table.ts'
import { pastedLines } from '../domain/work/pasted-lines.ts'
import { parseMoment, type Moment } from './parse-moment.ts'
import { parseNumber } from './parse-values.ts'
import type { TableReading } from './table-reading.ts'
import type { Tally } from './tally.ts'

/** Signs that no keyboard writes; they come with broken files and hide in names. Tabs and line ends stay. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFEFF]/g

/** One row seen through the mapping: cells by what they mean. */
export class TableRow {
  readonly row: number
  private readonly cells: readonly string[]
  private readonly reading: TableReading
  private readonly tally: Tally

  constructor(
    { row, cells }: { readonly row: number; readonly cells: readonly string[] },
    reading: TableReading,
    tally: Tally,
  ) {
    this.row = row
    this.cells = cells
    this.reading = reading
    this.tally = tally
  }

  /** All filled cells of a role, in the order of the columns. */
  all(role: FieldRole): readonly string[] {
    const filled: string[] = []
    for (const index of this.reading.columns.get(role) ?? []) {
      const cell = this.cells[index]?.replace(unseen, '').trim() ?? ''
      if (cell !== '') filled.push(cell)
    }
    return filled
  }

  /** As many values as one card can show; what goes beyond is named as a finding. */
  limited<Value>(role: FieldRole, values: readonly Value[], most: number): readonly Value[] {
    if (values.length <= most) return values
    this.tally.find('listCut', this.row, this.nameOf(role), String(values.length))
    return values.slice(0, most)
  }

  one(role: FieldRole): string {
    return this.all(role)[0] ?? ''
  }

  /** The heading of a role's column, for findings. */
  nameOf(role: FieldRole): string {
    return this.reading.names[this.reading.columns.get(role)?.[0] ?? -1] ?? ''
  }

  moment(role: FieldRole): Moment | undefined {
    const text = this.one(role)
    if (text === '') return undefined
    const moment = parseMoment(text, this.reading.mapping.dateOrder)
    if (!moment) this.tally.find('dateUnreadable', this.row, this.nameOf(role), text)
    return moment
  }

  estimate(): number | null {
    const text = this.one('estimate')
    if (text === '') return null
    const number = parseNumber(text, this.reading.mapping.decimal)
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
    return this.split('people', /[;|\n]/, 50).map(name => ({ source: `csv:person:${key(name)}`, name }))
  }

  labels(): readonly PlanLabel[] {
    const hasSemicolons = this.all('labels').some(cell => cell.includes(';'))
    // A component of Jira may have a comma in its name; several stand in columns of their own.
    const separator = this.reading.isJira ? /\n/ : hasSemicolons ? /[;|\n]/ : /[,|\n]/
    return this.split('labels', separator, 50).map(name => ({
      source: `csv:label:${key(name)}`,
      name,
      hue: hueOfWord(name),
    }))
  }

  /** Keys of other rows, as Jira has them one by one and people write them with commas. */
  keys(role: 'blockedBy' | 'blocks'): readonly string[] {
    return this.split(role, /[,;|\n]/, 100)
  }

  criteria(): readonly PlanCheck[] {
    return this.limited('criteria', this.all('criteria').flatMap(checksFrom), mostChecks)
  }

  checklists(): readonly PlanChecklist[] {
    const lists = this.all('checklist').flatMap(cell => checklistsFrom(cell, this.nameOf('checklist')))
    return this.limited('checklist', lists, 50).map(({ title, checks }) => ({
      title,
      checks: this.limited('checklist', checks, mostChecks),
    }))
  }

  private split(role: FieldRole, separator: RegExp, most: number): readonly string[] {
    const parts = this.all(role).flatMap(cell => cell.split(separator))
    const filled = parts.map(part => part.trim().slice(0, longestName)).filter(part => part !== '')
    return this.limited(role, filled, most)
  }
}

const longestName = 200
const mostChecks = 300

const key = (name: string): string => name.toLocaleLowerCase('de').slice(0, 150)

const longestPoint = 1000

/** Planner puts all points into one line; ticks in it would be ours. */
const inLines = (text: string): string => (/[\n[]/.test(text) ? text : text.replaceAll(';', '\n'))

const checksFrom = (text: string): readonly PlanCheck[] =>
  pastedLines(inLines(text)).map(line => ({
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
