import type { Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { live, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { item, type Item } from '../work/item.ts'
import { updateOf } from './again.ts'
import type { ImportChoices } from './choices.ts'
import type { ImportPlan, PlanItem } from './plan.ts'
import { newParts } from './sourced-parts.ts'

/** An item of the plan that is here already. */
export type Again = Readonly<{ planned: PlanItem; record: Item; changes: readonly Change[] }>

/** The items of a plan, each in exactly one list. */
export type Sifted = Readonly<{
  /** New here. */
  fresh: readonly PlanItem[]
  /** New here, but put away where they come from: they go to the bin. */
  binned: readonly PlanItem[]
  /** Here already; `changes` brings what the file has changed and no person has, and what was said and linked there since. */
  again: readonly Again[]
  /** Not brought along, by choice or because the same source was named before. */
  leftOut: readonly PlanItem[]
}>

/** What an earlier import brought, or a card of this team named by its own key, as in a table exported here. */
const recordOf = (view: View, team: Team, { source, sourceKey }: PlanItem): Item | undefined => {
  const document = documentOfTeam(team)
  const [bySource] = view.ids(item, 'source', `${document}|${source}`)
  const byKey = view.ids(item, 'key', sourceKey).find(id => view.get(item, id)?.document === document)
  return live(view, item, bySource ?? byKey)
}

const destiny = (planned: PlanItem, { columns, archived }: ImportChoices, isArchivedList: boolean) => {
  const isNowhere = planned.column !== null && columns.get(planned.column)?.to === 'nowhere'
  if (planned.isArchived || (isNowhere && isArchivedList)) return archived === 'bin' ? 'binned' : 'leftOut'
  return isNowhere ? 'leftOut' : 'fresh'
}

/** Sorts out what an import would do with each item, without doing it. */
export const sift = (
  view: View,
  team: Team,
  plan: ImportPlan,
  choices: ImportChoices,
  context: RuleContext,
): Sifted => {
  const archivedLists = new Set(plan.columns.filter(({ isArchived }) => isArchived).map(({ source }) => source))
  const lists = { fresh: [] as PlanItem[], binned: [] as PlanItem[], again: [] as Again[], leftOut: [] as PlanItem[] }
  const seen = new Set<string>()
  for (const planned of plan.items) {
    if (seen.has(planned.source)) {
      lists.leftOut.push(planned)
      continue
    }
    seen.add(planned.source)
    const record = recordOf(view, team, planned)
    const added = record ? newParts(view, record, planned, context) : []
    if (record) lists.again.push({ planned, record, changes: [...updateOf(record, planned, context), ...added] })
    else lists[destiny(planned, choices, archivedLists.has(planned.column ?? ''))].push(planned)
  }
  return lists
}
