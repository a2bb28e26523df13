import { addToSprint } from '../domain/scrum/sprint-scope.ts'
import { backlog } from '../domain/work/item.ts'
import { moveItem, moveItems } from '../domain/work/move-item.ts'
import { moveItemBy } from '../domain/work/move-item-by.ts'
import { rankItem } from '../domain/work/rank-item.ts'
import { useT } from '../i18n/use-t.ts'
import { useCommand } from './use-command.ts'

type Cards = { readonly items: readonly string[]; readonly title: string }
type End = 'top' | 'bottom'

/** Moves cards without dragging; each way is one command with one sentence and one undo. */
export const useMoving = ({ items, title }: Cards) => {
  const t = useT('work')
  const run = useCommand()
  const [only] = items
  const say = (place: string): string =>
    items.length === 1 ? t('move.moved', { title, place }) : t('move.movedMany', { count: items.length, place })
  const toPlace = (place: string, name: string, spot: End) =>
    items.length === 1 && only !== undefined
      ? run(moveItem, { item: only, place, spot }, { done: say(name) })
      : run(moveItems, { items, place, spot }, { done: say(name) })
  return {
    toColumn: toPlace,
    toBacklog: (name: string, spot: End) => toPlace(backlog, name, spot),
    toSprint: (sprint: string, name: string, spot: End) =>
      run(addToSprint, { items, sprint, spot }, { done: say(name) }),
    toEnd: (spot: End) => only && run(rankItem, { item: only, spot }, { done: t('move.ranked', { title }) }),
    by: (direction: 'up' | 'down') =>
      only && run(moveItemBy, { item: only, direction }, { done: t('move.ranked', { title }) }),
  }
}
