import { column } from '../kanban/column.ts'
import type { RuleContext } from '../kernel/command.ts'
import { humanKey } from '../kernel/id.ts'
import { teamDocument, type DocumentName } from '../kernel/record.ts'
import type { Day } from '../kernel/day.ts'
import { officeDay } from '../calendar/office-day.ts'
import { founder } from './people.ts'
import type { SampleTeam } from './plan.ts'
import { sprintDays, workingDayAfter } from './timing.ts'

export type RefKind = 'person' | 'label' | 'card' | 'sprint' | 'column' | 'team'

/** Chance, today, and who or what is meant by a name in the data. The first who asks for a name gives it its id. */
export type SampleContext = Readonly<{
  today: Day
  newId: () => string
  jitter: () => number
  idOf: (kind: RefKind, ref: string) => string
  keyWith: (prefix: string) => string
}>

export const sampleContext = ({ now, actor, newId, jitter }: RuleContext): SampleContext => {
  const ids = new Map([[`person ${founder}`, actor]])
  const keys = new Set<string>()
  const idOf = (kind: RefKind, ref: string): string => {
    const name = `${kind} ${ref}`
    const id = ids.get(name) ?? newId()
    ids.set(name, id)
    return id
  }
  const keyWith = (prefix: string): string => {
    const key = humanKey(prefix, jitter, taken => keys.has(taken))
    keys.add(key)
    return key
  }
  return { today: officeDay(now), newId, jitter, idOf, keyWith }
}

/** One team of the sample with what its records are found by. */
export class TeamScene {
  readonly plan: SampleTeam
  readonly context: SampleContext
  readonly document: DocumentName

  constructor(plan: SampleTeam, context: SampleContext) {
    this.plan = plan
    this.context = context
    this.document = teamDocument(this.id)
  }

  get id(): string {
    return this.context.idOf('team', this.plan.prefix)
  }

  person(ref: string): string {
    return this.context.idOf('person', ref)
  }

  /** Who writes cards down and closes sprints. */
  get productOwner(): string {
    return this.person(this.plan.members.find(([, role]) => role === 'productOwner')?.[0] ?? founder)
  }

  sprint(index: number): string {
    return this.context.idOf('sprint', `${this.plan.prefix} ${index}`)
  }

  column(index: number): string {
    return this.context.idOf('column', `${this.plan.prefix} ${index}`)
  }

  /** How history tells of a column. */
  columnFact(index: number): readonly [id: string, category: string] {
    return [this.column(index), this.plan.columns[index]?.category ?? column.cells.category.fallback]
  }

  sprintDays(index: number) {
    const running = this.plan.sprints.findIndex(({ state }) => state === 'running')
    return sprintDays(this.context.today, index - running)
  }

  /** The working day `count` working days before today. */
  ago(count: number): Day {
    return workingDayAfter(this.context.today, -count)
  }
}
