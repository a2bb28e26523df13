import { useCallback } from 'react'
import { addToSprint } from '../../domain/scrum/sprint-scope.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import type { Spot } from '../../domain/kernel/placing.ts'
import { backlog, item } from '../../domain/work/item.ts'
import { moveItems } from '../../domain/work/move-item.ts'
import { rankItem } from '../../domain/work/rank-item.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import type { Drop } from '../../ui/board/drop.ts'

/** The ways a card goes while planning; dragging, keys and buttons end here. */
export const usePlanMoves = (sprint: Sprint) => {
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
    async ({ card, to, before, after }: Drop) => {
      const spot = { after: before, before: after }
      if ((records.get(item, card)?.sprint === sprintId) === (to === 'sprint'))
        await run(rankItem, { item: card, spot })
      else await (to === 'sprint' ? toSprint([card], spot) : toBacklog([card], spot))
    },
    [records, run, sprintId, toSprint, toBacklog],
  )
  return { toSprint, toBacklog, drop }
}
