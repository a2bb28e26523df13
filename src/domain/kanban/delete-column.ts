import { discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import type { View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { arrival, placeNote } from '../work/arrival.ts'
import { backlog, item, type Item } from '../work/item.ts'
import { cardsAt, isPlace, placeCards, rerank } from '../work/move.ts'
import { columnCards } from './column-cards.ts'
import { findColumn } from './find-column.ts'
import { boardColumns, homeOf } from './home.ts'
import { fullRefusal } from './limits.ts'
import type { KanbanRefusal } from './refusal.ts'

/** A card that the board does not show keeps its planned sprint; only its place becomes another. */
const relocation = (
  view: View,
  team: Team,
  card: Item,
  position: readonly [string, string],
  context: RuleContext,
): readonly Change[] =>
  homeOf(view, team, card.position[0], card.sprint).at === 'sprint'
    ? [...edit(item, card, { position }), placeNote(view, card, position[0], context)]
    : arrival(view, team, card, position, context)

/**
 * Deletes a column. In: where its cards go, another column of the board or the backlog; they go to the end there, in their order,
 * strays that are shown in it included. Cards of a sprint that is over stay as they are. Refuses the last column, a target that is
 * not there, and one that would hold more than its refusing limit.
 */
export const deleteColumn = defineCommand(
  'deleteColumn',
  (
    view,
    { column: id, cardsTo }: { readonly column: string; readonly cardsTo: string },
    context,
  ): Result<readonly Change[], KanbanRefusal> => {
    const found = findColumn(view, id)
    if ('refusal' in found) return refuse(found.refusal)
    const { record, team } = found
    if (boardColumns(view, team).length === 1) return refuse({ because: 'columnIsLast' })
    if (cardsTo === id || !isPlace(view, team, cardsTo)) return refuse({ because: 'targetIsGone' })
    const shown = cardsTo === backlog ? 0 : cardsAt(view, team, id).length
    const full = fullRefusal(view, team, cardsTo, shown)
    if (full) return refuse(full)
    const cards = columnCards(view, team, id)
    const others = cardsAt(view, team, cardsTo)
    const placing = placeCards(view, others, { index: others.length, count: cards.length }, context)
    const moved = cards.flatMap((card, at) =>
      relocation(view, team, card, [cardsTo, placing.ranks[at] as Rank], context),
    )
    return ok([...discard(record, context), ...moved, ...rerank(view, placing)])
  },
)
