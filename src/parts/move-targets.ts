import { boardColumn, backlogItems } from '../domain/kanban/board.ts'
import { column } from '../domain/kanban/column.ts'
import { limitState, type LimitState } from '../domain/kanban/limits.ts'
import { live, records, type View } from '../domain/kernel/view.ts'
import { documentOfTeam, type Team } from '../domain/people/team.ts'
import { isOver, sprintsOf } from '../domain/scrum/sprints.ts'
import type { SprintState } from '../domain/scrum/sprint.ts'
import { item, type Item } from '../domain/work/item.ts'
import { siblingsOf } from '../domain/work/rank-item.ts'
import { whereIs } from '../domain/work/whereabouts.ts'

/** A place cards can be moved to; `isHere` when all of them are there already. */
type Target = Readonly<{ id: string; name: string; count: number; isHere: boolean }>

export type MoveTargets = Readonly<{
  title: string
  columns: readonly (Target & { readonly limit: number | null; readonly limitState: LimitState })[]
  backlog: Omit<Target, 'id' | 'name'>
  sprints: readonly (Target & { readonly state: SprintState })[]
  /** Where a single card stands in its list, and how many cards that has; undefined for several. */
  standing: { readonly at: number; readonly of: number } | undefined
  /** Epics have an order among themselves and nothing else. */
  isEpic: boolean
}>

const standingOf = (view: View, team: Team, card: Item): MoveTargets['standing'] => {
  const siblings = siblingsOf(view, team, card)
  return { at: siblings.indexOf(card.id), of: siblings.length }
}

/** Everywhere the given cards of a team can go, in the order of the board. */
export const readMoveTargets = (view: View, team: Team, ids: readonly string[]): MoveTargets => {
  const cards = ids.flatMap(id => live(view, item, id) ?? [])
  const homes = cards.map(card => whereIs(view, team, card))
  const document = documentOfTeam(team)
  const [first] = cards
  return {
    title: first?.title ?? '',
    columns: records(view, column, 'document', document).map(({ id, name, limit, limitMode }) => ({
      id,
      name,
      limit: limitMode === 'none' ? null : limit,
      limitState: limitState(view, team, id),
      count: boardColumn(view, team, id).length,
      isHere: homes.every(home => home.at === 'column' && home.column === id),
    })),
    backlog: { count: backlogItems(view, team).length, isHere: homes.every(home => home.at === 'backlog') },
    sprints: (team.method === 'scrum' ? sprintsOf(view, document) : [])
      .filter(({ state }) => !isOver(state))
      .map(({ id, name, state }) => ({
        id,
        name,
        state,
        count: view.ids(item, 'sprint', id).length,
        isHere: cards.every(({ sprint }) => sprint === id),
      })),
    standing: first && cards.length === 1 ? standingOf(view, team, first) : undefined,
    isEpic: cards.length > 0 && cards.every(({ kind }) => kind === 'epic'),
  }
}
