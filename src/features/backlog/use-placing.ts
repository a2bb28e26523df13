import { useCallback } from 'react'
import { addToSprint } from '../../domain/scrum/sprint-scope.ts'
import { backlog, item } from '../../domain/work/item.ts'
import { moveItems } from '../../domain/work/move-item.ts'
import { useT } from '../../i18n/use-t.ts'
import { moversOf, spotOf } from '../../parts/selection-hands.ts'
import { clearSelection, selectedNow } from '../../parts/selection.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import type { Drop } from '../../ui/board/drop.ts'
import type { BacklogZone } from './use-sprint-zones.ts'

/** Puts cards where they were dropped: in the backlog's order, into a sprint, or back. One command, whichever way it came. */
export const usePlacing = (zonesNow: () => readonly BacklogZone[], nameOf: (zone: string) => string) => {
  const t = useT('backlog')
  const words = useT('work')
  const run = useCommand()
  const { records } = useWorkspace()
  return useCallback(
    async (drop: Drop): Promise<boolean> => {
      const zones = zonesNow()
      const zone = zones.find(({ id }) => id === drop.to) ?? { id: drop.to, cards: [] }
      const items = moversOf(zones, drop.card, selectedNow())
      const spot = spotOf(zone, drop, new Set(items))
      const result =
        drop.to === backlog
          ? await run(moveItems, { items, place: backlog, spot })
          : await run(addToSprint, { items, sprint: drop.to, spot })
      if (!result.ok) return false
      const place = nameOf(drop.to)
      const title = records.get(item, drop.card)?.title ?? ''
      const others = zone.cards.filter(id => !items.includes(id))
      const position = spot.after === undefined ? 1 : others.indexOf(spot.after) + 2
      if (items.length > 1) announce(words('move.movedMany', { count: items.length, place }))
      else if (others.length === 0) announce(words('move.moved', { title, place }))
      else announce(t('moved', { title, place, position, count: others.length + 1 }))
      if (items.length > 1) clearSelection()
      return true
    },
    [zonesNow, nameOf, run, records, t, words],
  )
}
