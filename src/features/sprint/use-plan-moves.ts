import { useCallback } from 'react'
import { addToSprint } from '../../domain/scrum/sprint-scope.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import type { Spot } from '../../domain/kernel/placing.ts'
import { backlog, item } from '../../domain/work/item.ts'
import { moveItems } from '../../domain/work/move-item.ts'
import { rankItem } from '../../domain/work/rank-item.ts'
import { useT } from '../../i18n/use-t.ts'
import { moversOf, spotOf } from '../../parts/selection-hands.ts'
import { selectedNow } from '../../parts/selection.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import type { Drop } from '../../ui/board/drop.ts'

type Lists = readonly { readonly id: string; readonly cards: readonly string[] }[]

/** The ways a card goes while planning; dragging, keys and buttons end here. */
export const usePlanMoves = (sprint: Sprint, lists: Lists) => {
  const t = useT('sprint')
  const run = useCommand()
  const { records } = useWorkspace()
  const { id: sprintId, name } = sprint
  const say = useCallback(
    (items: readonly string[], place: string) => {
      const [only] = items
      const title = only === undefined ? '' : (records.get(item, only)?.title ?? '')
      announce(items.length === 1 ? t('moved', { title, place }) : t('movedMany', { count: items.length, place }))
    },
    [records, t],
  )
  const toSprint = useCallback(
    async (items: readonly string[], spot?: Spot) => {
      const result = await run(addToSprint, { items, sprint: sprintId, spot })
      if (result.ok) say(items, name)
      return result.ok
    },
    [run, sprintId, name, say],
  )
  const toBacklog = useCallback(
    async (items: readonly string[], spot: Spot = 'top') => {
      const result = await run(moveItems, { items, place: backlog, spot })
      if (result.ok) say(items, t('backlog'))
      return result.ok
    },
    [run, say, t],
  )
  const drop = useCallback(
    async (wish: Drop) => {
      const { card, to } = wish
      const items = moversOf(lists, card, selectedNow())
      const list = lists.find(({ id }) => id === to) ?? { id: to, cards: [] }
      const spot = spotOf(list, wish, new Set(items))
      const record = records.get(item, card)
      const isOther = (record?.sprint === sprintId) !== (to === 'sprint')
      if (isOther || items.length > 1)
        return void (await (to === 'sprint' ? toSprint(items, spot) : toBacklog(items, spot)))
      if (!(await run(rankItem, { item: card, spot })).ok) return
      const others = list.cards.filter(id => id !== card)
      const position = spot.after === undefined ? 1 : others.indexOf(spot.after) + 2
      announce(t('ranked', { title: record?.title ?? '', position, count: others.length + 1 }))
    },
    [records, run, sprintId, lists, toSprint, toBacklog, t],
  )
  return { toSprint, toBacklog, drop }
}
