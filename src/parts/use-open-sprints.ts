import type { Sprint } from '../domain/scrum/sprint.ts'
import { activeSprints, sprintsIn } from '../domain/scrum/sprints.ts'
import { useReading } from './use-reading.ts'
import { useTeam } from './use-team.ts'

/** The sprints that still take cards: what runs, then what is planned. A Kanban team has none. */
export const useOpenSprints = (): readonly Sprint[] => {
  const { home, method } = useTeam()
  return useReading(
    view => (method === 'scrum' ? [...activeSprints(view, home), ...sprintsIn(view, home, 'planned')] : []),
    [home, method],
  )
}
