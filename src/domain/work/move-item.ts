import type { Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import type { Spot } from '../kernel/placing.ts'
import { refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { item, type Item } from './item.ts'
import { move } from './move.ts'
import type { WorkRefusal } from './refusal.ts'
import { teamOf } from './whereabouts.ts'

/** An item that can be moved, with its team; or why it cannot. */
export const movable = (view: View, id: string): { record: Item; team: Team } | { refusal: WorkRefusal } => {
  const record = live(view, item, id)
  if (!record) return { refusal: { because: 'itemIsGone' } }
  if (record.movedTo) return { refusal: { because: 'itemIsMoved' } }
  if (record.dropped) return { refusal: { because: 'itemIsDropped' } }
  const team = teamOf(view, record)
  return team ? { record, team } : { refusal: { because: 'teamIsGone' } }
}

export type MoveItem = {
  readonly item: string
  /** A column's id, or `backlog`. */
  readonly place: string
  /** At the bottom when left out. */
  readonly spot?: Spot | undefined
}

/**
 * Moves a card to a column or to the backlog, or within one. A card that comes onto a Scrum team's board joins the running sprint;
 * one that goes to the backlog leaves its sprint. Refuses what is gone or dropped, epics, and full columns whose limit refuses; a
 * limit that only warns lets it pass. Where it stands already nothing changes.
 */
export const moveItem = defineCommand(
  'moveItem',
  (view, { item: id, place, spot = 'bottom' }: MoveItem, context): Result<readonly Change[], WorkRefusal> => {
    const found = movable(view, id)
    if ('refusal' in found) return refuse(found.refusal)
    if (found.record.kind === 'epic') return refuse({ because: 'epicStaysOffBoard' })
    return move(view, found.team, [found.record], { place, spot }, context)
  },
)

export type MoveItems = {
  /** In the order they shall stand. */
  readonly items: readonly string[]
  readonly place: string
  readonly spot?: Spot | undefined
}

/**
 * Moves many cards of one team together. Cards that have gone meanwhile, epics and dropped ones are left out; it refuses when none
 * is left, and otherwise as `moveItem` does.
 */
export const moveItems = defineCommand(
  'moveItems',
  (view, { items, place, spot = 'bottom' }: MoveItems, context): Result<readonly Change[], WorkRefusal> => {
    const found = [...new Set(items)].flatMap(id => {
      const one = movable(view, id)
      return 'refusal' in one || one.record.kind === 'epic' ? [] : [one]
    })
    const [first] = found
    if (!first) return refuse({ because: 'itemIsGone' })
    const movers = found.flatMap(({ record }) => (record.document === first.record.document ? [record] : []))
    return move(view, first.team, movers, { place, spot }, context)
  },
)
