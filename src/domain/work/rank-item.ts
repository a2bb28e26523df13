import { edit, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { indexAt, type Spot } from '../kernel/placing.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import type { View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { backlog, item, type Item } from './item.ts'
import { cardsAt, placeCards, rerank, standsThere } from './move.ts'
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

type Ranked = { readonly team: Team; readonly movers: Item[] }

/** Items by the list each stands in, in the order given. What is gone or dropped is left out. */
const byList = (view: View, items: readonly string[]): readonly Ranked[] => {
  const lists = new Map<string, Ranked>()
  for (const id of new Set(items)) {
    const found = movable(view, id)
    if ('refusal' in found) continue
    const key = JSON.stringify([found.record.document, whereIs(view, found.team, found.record)])
    const list = lists.get(key) ?? { team: found.team, movers: [] }
    lists.set(key, list)
    list.movers.push(found.record)
  }
  return [...lists.values()]
}

/** The changes that bring items of one list to its top or bottom; nothing when they stand there. */
const endChanges = (view: View, { team, movers }: Ranked, spot: 'top' | 'bottom', context: RuleContext) => {
  const siblings = siblingsOf(view, team, movers[0] as Item)
  const moving = new Set(movers.map(({ id }) => id))
  const others = siblings.filter(id => !moving.has(id))
  const index = indexAt(others, spot)
  if (standsThere(siblings, [...moving], index)) return []
  const placing = placeCards(view, others, { index, count: movers.length }, context)
  const placed = movers.flatMap((record, at) => {
    const home = whereIs(view, team, record)
    const place = home.at === 'column' ? home.column : record.position[0]
    return edit(item, record, { position: [place, placing.ranks[at] as Rank] })
  })
  return [...placed, ...rerank(view, placing)]
}

/**
 * Brings many items to the top or bottom of the list each stands in, in the order given; none leaves its list. What is gone or dropped
 * is left out; it refuses when none is left.
 */
export const rankItems = defineCommand(
  'rankItems',
  (
    view,
    { items, spot }: { readonly items: readonly string[]; readonly spot: 'top' | 'bottom' },
    context,
  ): Result<readonly Change[], WorkRefusal> => {
    const lists = byList(view, items)
    if (lists.length === 0) return refuse({ because: 'itemIsGone' })
    return ok(lists.flatMap(list => endChanges(view, list, spot, context)))
  },
)
