import { edit, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { indexAt, type Spot } from '../kernel/placing.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import type { View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { backlog, item, type Item } from './item.ts'
import { cardsAt, placeCards, rerank } from './move.ts'
import { movable } from './move-item.ts'
import type { WorkRefusal } from './refusal.ts'
import { whereIs } from './whereabouts.ts'

/** The list an item stands in: its column, the backlog, its planned or past sprint, or the epics. */
export const siblingsOf = (view: View, team: Team, record: Item): readonly string[] => {
  const home = whereIs(view, team, record)
  if (home.at === 'column') return cardsAt(view, team, home.column)
  if (home.at === 'sprint') return view.ids(item, 'sprint', home.sprint)
  return home.at === 'backlog' ? cardsAt(view, team, backlog) : view.ids(item, 'epics', record.document)
}

/** The changes that bring an item to another spot of the list it stands in; nothing when it stands there. */
export const rankChanges = (
  view: View,
  team: Team,
  record: Item,
  spot: Spot,
  context: RuleContext,
): readonly Change[] => {
  const siblings = siblingsOf(view, team, record)
  const others = siblings.filter(id => id !== record.id)
  const index = indexAt(others, spot)
  if (siblings[index] === record.id) return []
  const placing = placeCards(view, others, { index, count: 1 }, context)
  const home = whereIs(view, team, record)
  const place = home.at === 'column' ? home.column : record.position[0]
  return [...edit(item, record, { position: [place, placing.ranks[0] as Rank] }), ...rerank(view, placing)]
}

/**
 * Changes an item's order in the list it stands in (column, backlog, planned sprint, epics) and nothing else. Refuses what is gone
 * or dropped.
 */
export const rankItem = defineCommand(
  'rankItem',
  (
    view,
    { item: id, spot }: { readonly item: string; readonly spot: Spot },
    context,
  ): Result<readonly Change[], WorkRefusal> => {
    const found = movable(view, id)
    if ('refusal' in found) return refuse(found.refusal)
    return ok(rankChanges(view, found.team, found.record, spot, context))
  },
)
