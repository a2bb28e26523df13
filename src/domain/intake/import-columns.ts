import { column, longestColumnName, type Category } from '../kanban/column.ts'
import { create, edit, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { oneLine } from '../kernel/line.ts'
import { placeAmong } from '../kernel/ranked.ts'
import type { Rank } from '../kernel/rank.ts'
import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { backlog } from '../work/item.ts'
import type { ColumnChoice, ImportChoices } from './choices.ts'
import type { ImportPlan } from './plan.ts'

/** A column as it stands after the import: its id is a place, its category goes into history. */
type Place = Readonly<{ id: string; category: Category }>

export type ImportedColumns = Readonly<{
  /** By source; lists that go nowhere are not in it. */
  places: ReadonlyMap<string, Place>
  changes: readonly Change[]
}>

const inBacklog: Place = { id: backlog, category: 'open' }
const order: Readonly<Record<Category, number>> = { open: 0, doing: 1, done: 2 }

/** New columns stand behind the last one of their category, so that "done" stays at the right. */
const newColumns = (
  view: View,
  team: Team,
  wanted: readonly { readonly source: string; readonly name: string; readonly category: Category }[],
  context: RuleContext,
): ImportedColumns => {
  const document = documentOfTeam(team)
  const others = records(view, column, 'document', document)
  const places = new Map<string, Place>()
  const changes = (['open', 'doing', 'done'] as const).flatMap(category => {
    const own = wanted.filter(one => one.category === category)
    const after = others.findLast(other => order[other.category] <= order[category])
    const spot = after ? { after: after.id } : 'top'
    const placing = placeAmong(others, { spot, count: own.length }, context.jitter, (record, rank) =>
      edit(column, record, { rank }),
    )
    const made = own.flatMap(({ source, name }, index) => {
      const id = context.newId()
      places.set(source, { id, category })
      const values = {
        name: oneLine(name).slice(0, longestColumnName),
        category,
        source,
        rank: placing.ranks[index] as Rank,
      }
      return create(column, { document, id }, values, context)
    })
    return [...placing.changes, ...made]
  })
  return { places, changes }
}

/**
 * Finds or makes the columns that lists go to. In: the sources of the lists that cards really come from. Out: their places, and the
 * changes that make new columns; undefined when a chosen column has gone meanwhile.
 */
export const importColumns = (
  view: View,
  team: Team,
  plan: ImportPlan,
  choices: ImportChoices,
  used: ReadonlySet<string>,
  context: RuleContext,
): ImportedColumns | undefined => {
  const chosen = plan.columns
    .filter(({ source }) => used.has(source))
    .map(({ source }) => ({ source, choice: choices.columns.get(source) ?? ({ to: 'backlog' } as ColumnChoice) }))
  const wanted = chosen.flatMap(({ source, choice }) => (choice.to === 'new' ? [{ source, ...choice }] : []))
  const made = newColumns(view, team, wanted, context)
  const places = new Map(made.places)
  for (const { source, choice } of chosen) {
    if (choice.to === 'backlog') places.set(source, inBacklog)
    if (choice.to !== 'column') continue
    const record = live(view, column, choice.column)
    if (record?.document !== documentOfTeam(team)) return undefined
    places.set(source, { id: record.id, category: record.category })
  }
  return { places, changes: made.changes }
}
