import { backlogItems, boardColumn } from '../kanban/board.ts'
import { column } from '../kanban/column.ts'
import { fullRefusal } from '../kanban/limits.ts'
import { edit, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { indexAt, placeAt, type Placing, type Spot } from '../kernel/placing.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { arrival } from './arrival.ts'
import { backlog, item, type Item } from './item.ts'
import { rankOf } from './place-lists.ts'
import type { WorkRefusal } from './refusal.ts'
import { whereIs } from './whereabouts.ts'

/** The cards of a place as the team sees them. */
export const cardsAt = (view: View, team: Team, place: string): readonly string[] =>
  place === backlog ? backlogItems(view, team) : boardColumn(view, team, place)

/** Whether cards can be put there: the backlog, or a column of this team's board. */
export const isPlace = (view: View, team: Team, place: string): boolean =>
  place === backlog || live(view, column, place)?.document === documentOfTeam(team)

/** Fresh ranks for cards that stay where they are, when the gap between two was too narrow. */
export const rerank = (view: View, placing: Placing): readonly Change[] =>
  [...placing.others].flatMap(([id, rank]) => {
    const record = view.get(item, id) as Item
    return edit(item, record, { position: [record.position[0], rank] })
  })

/** Ranks for cards that come between others, by id. Out: theirs, and those of the others where nothing fits between any more. */
export const placeCards = (
  view: View,
  others: readonly string[],
  at: { readonly index: number; readonly count: number },
  context: RuleContext,
): Placing => placeAt(others, id => rankOf(view, id), at, context.jitter)

/** Whether the cards stand together at the spot already. */
export const standsThere = (cards: readonly string[], movers: readonly string[], index: number): boolean =>
  movers.every((id, offset) => cards[index + offset] === id)

/**
 * The changes that bring cards of one team to a place, in the given order. Refuses a place that is gone and a column that refuses
 * more than its limit; cards that are in the column already need no room.
 */
export const move = (
  view: View,
  team: Team,
  movers: readonly Item[],
  { place, spot }: { readonly place: string; readonly spot: Spot },
  context: RuleContext,
): Result<readonly Change[], WorkRefusal> => {
  if (!isPlace(view, team, place)) return refuse({ because: 'columnIsGone' })
  const cards = cardsAt(view, team, place)
  const moving = new Set(movers.map(({ id }) => id))
  const newcomers = movers.filter(record => {
    const home = whereIs(view, team, record)
    return home.at !== 'column' || home.column !== place
  })
  const full = place === backlog ? undefined : fullRefusal(view, team, place, newcomers.length)
  if (full) return refuse(full)
  const others = cards.filter(id => !moving.has(id))
  const index = indexAt(others, spot)
  const isThere = movers.every(record => record.position[0] === place && (place !== backlog || record.sprint === null))
  if (isThere && standsThere(cards, [...moving], index)) return ok([])
  const placing = placeCards(view, others, { index, count: movers.length }, context)
  const arrivals = movers.flatMap((record, at) =>
    arrival(view, team, record, [place, placing.ranks[at] as Rank], context),
  )
  return ok([...arrivals, ...rerank(view, placing)])
}
