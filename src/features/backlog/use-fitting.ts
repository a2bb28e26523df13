import { live } from '../../domain/kernel/view.ts'
import { fittingCount, velocity } from '../../domain/metrics/velocity.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { itemsOfSprint } from '../../domain/scrum/sprints.ts'
import { item } from '../../domain/work/item.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useTeam } from '../../parts/use-team.ts'

/**
 * After how many rows of the backlog the next sprint is full, measured by the mean of the last three. What is planned for it
 * already takes its share. Undefined without a mean, for Kanban teams, and when everything fits.
 */
export const useFitting = (rows: readonly string[], sprints: readonly Sprint[]): number | undefined => {
  const { home, method } = useTeam()
  const next = sprints.find(({ state }) => state === 'planned')
  return useQuietReading(
    item,
    view => {
      if (method === 'kanban') return undefined
      const planned = next ? itemsOfSprint(view, next.id) : []
      const count = fittingCount(velocity(view, home), [...planned, ...rows.flatMap(id => live(view, item, id) ?? [])])
      return count === undefined ? undefined : Math.max(0, count - planned.length)
    },
    [rows, next, home, method],
  )
}
