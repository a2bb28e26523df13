import { boardColumn } from '../kanban/board.ts'
import { boardColumns } from '../kanban/home.ts'
import type { Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import type { View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import type { Direction } from './direction.ts'
import type { Item } from './item.ts'
import { move } from './move.ts'
import { movable } from './move-item.ts'
import { rankChanges, siblingsOf } from './rank-item.ts'
import type { WorkRefusal } from './refusal.ts'
import { whereIs } from './whereabouts.ts'

type Moved = Result<readonly Change[], WorkRefusal>

const sideways = (view: View, team: Team, record: Item, direction: 'left' | 'right', context: RuleContext): Moved => {
  const home = whereIs(view, team, record)
  const columns = boardColumns(view, team)
  const at = home.at === 'column' ? columns.indexOf(home.column) : columns.length
  const [here, place] = [columns[at], columns[at + (direction === 'left' ? -1 : 1)]]
  if (here === undefined || place === undefined) return refuse({ because: 'endIsReached', direction })
  // The card stays at the height where the eye is.
  const before = boardColumn(view, team, place)[boardColumn(view, team, here).indexOf(record.id)]
  return move(view, team, [record], { place, spot: { before } }, context)
}

const alongside = (view: View, team: Team, record: Item, direction: 'up' | 'down', context: RuleContext): Moved => {
  const siblings = siblingsOf(view, team, record)
  const at = siblings.indexOf(record.id)
  const neighbour = siblings[direction === 'up' ? at - 1 : at + 1]
  if (neighbour === undefined) return refuse({ because: 'endIsReached', direction })
  const spot = direction === 'up' ? { before: neighbour } : { after: neighbour }
  return ok(rankChanges(view, team, record, spot, context))
}

/**
 * Moves a card one step, for Alt+arrows: up and down in the list it stands in, left and right to the neighbouring column at the
 * same height. Refuses at the end of the list or board, and as `moveItem` does.
 */
export const moveItemBy = defineCommand(
  'moveItemBy',
  (view, { item: id, direction }: { readonly item: string; readonly direction: Direction }, context): Moved => {
    const found = movable(view, id)
    if ('refusal' in found) return refuse(found.refusal)
    return direction === 'left' || direction === 'right'
      ? sideways(view, found.team, found.record, direction, context)
      : alongside(view, found.team, found.record, direction, context)
  },
)
