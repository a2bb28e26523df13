import { itemByKey } from '../domain/work/shown-key.ts'
import { useReading } from './use-reading.ts'
import { useTeam } from './use-team.ts'

/** The id of the chosen team's item with a human key; undefined when there is none outside the bin. */
export const useItemByKey = (key: string): string | undefined => {
  const { home } = useTeam()
  return useReading(view => itemByKey(view, home, key), [home, key])
}
