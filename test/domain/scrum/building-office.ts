import { create } from '../../../src/domain/kernel/change.ts'
import type { Command } from '../../../src/domain/kernel/command.ts'
import type { AnyRefusal, Result } from '../../../src/domain/kernel/result.ts'
import { teamDocument, workspaceDocument } from '../../../src/domain/kernel/record.ts'
import { column, type Category } from '../../../src/domain/kanban/column.ts'
import { person } from '../../../src/domain/people/person.ts'
import { team } from '../../../src/domain/people/team.ts'
import { planSprint, type SprintPlan } from '../../../src/domain/scrum/plan-sprint.ts'
import { sprint } from '../../../src/domain/scrum/sprint.ts'
import { item, type Item } from '../../../src/domain/work/item.ts'
import { memoryOffice } from '../../support/memory-office.ts'

export const document = teamDocument('bau')

const columns: readonly (readonly [id: string, category: Category])[] = [
  ['ready', 'open'],
  ['doing', 'doing'],
  ['done', 'done'],
]

type CardValues = Partial<Pick<Item, 'kind' | 'estimate' | 'position' | 'sprint' | 'dropped'>>

/** The building office: one Scrum team, three columns, Anna at the desk on Monday, 16 November 2026, 9 o'clock. */
export const buildingOffice = () => {
  const office = memoryOffice()
  office.apply([
    ...create(team, { document: workspaceDocument, id: 'bau' }, { name: 'Bauakte', method: 'scrum' }, office.context()),
    ...['anna', 'ben'].flatMap(id =>
      create(person, { document: workspaceDocument, id }, { name: id }, office.context()),
    ),
    ...columns.flatMap(([id, category], index) =>
      create(column, { document, id }, { category, rank: `a${index + 1}` }, office.context()),
    ),
  ])
  let cards = 0

  const run = <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args): void => {
    const result = office.run(command, args)
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  }

  return {
    ...office,
    get now() {
      return office.now
    },
    /** Runs a command that has to succeed. */
    run,
    /** Asks a command and answers why it refuses; nothing is changed. */
    whyNot: <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args): Refusal | 'no refusal' => {
      const result: Result<unknown, Refusal> = command.rule(office.view, args, office.context())
      return result.ok ? 'no refusal' : result.refusal
    },
    /** Lays a card at the foot of the backlog, or wherever is said. */
    card: (id: string, values: CardValues = {}): string => {
      const position = values.position ?? (['backlog', `b${String(++cards).padStart(2, '0')}1`] as const)
      office.apply(create(item, { document, id }, { title: id, ...values, position }, office.context()))
      return id
    },
    plan: (name: string, plan: Omit<SprintPlan, 'name'> = {}): string => {
      const before = new Set(office.view.ids(sprint, 'document', document))
      run(planSprint, { team: 'bau', name, ...plan })
      return office.view.ids(sprint, 'document', document).find(id => !before.has(id)) ?? ''
    },
    /** Sets the clock, in UTC. */
    at: (time: string) => office.pass(Date.parse(`${time}Z`) - office.now),
    item: (id: string): Item => office.view.get(item, id)!,
    sprint: (id: string) => office.view.get(sprint, id)!,
    place: (id: string): string => office.view.get(item, id)!.position[0],
    /** What history tells of a card, newest last. */
    story: (id: string) => office.view.get(item, id)!.history.map(({ kind, value }) => [kind, value] as const),
  }
}
