import { backlogItems } from '../../domain/kanban/board.ts'
import { live, type View } from '../../domain/kernel/view.ts'
import { fittingCount, velocity } from '../../domain/metrics/velocity.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { itemsOfSprint } from '../../domain/scrum/sprints.ts'
import { item, type Item } from '../../domain/work/item.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'

/** More than these are no handful that a first sprint takes whole. */
const handful = 50

const recordsOf = (view: View, ids: readonly string[]): readonly Item[] => ids.flatMap(id => live(view, item, id) ?? [])

/** Both lists of the planning, and which of the backlog's first cards still fit below the mean. */
export const usePlanning = (sprint: Sprint) => {
  const team = useTeam()
  const backlog = useReading(view => backlogItems(view, team), [team])
  const planned = useReading(view => itemsOfSprint(view, sprint.id).map(({ id }) => id), [sprint.id])
  const fitting = useQuietReading(
    item,
    view => {
      const results = velocity(view, team.home)
      const all = [...recordsOf(view, planned), ...recordsOf(view, backlog)]
      const count = fittingCount(results, all)
      return count === undefined ? undefined : Math.max(0, count - planned.length)
    },
    [backlog, planned, team.home],
  )
  const proposal = fitting === undefined ? (backlog.length <= handful ? backlog : []) : backlog.slice(0, fitting)
  return { backlog, planned, fitting, proposal }
}
