import { live, type View } from '../domain/kernel/view.ts'
import { item } from '../domain/work/item.ts'
import { useReading } from './use-reading.ts'
import { useTeam } from './use-team.ts'

const findByKey = (view: View, home: string, key: string): string | undefined =>
  view.ids(item, 'key', key).find(id => live(view, item, id)?.document === home)

/** The id of the chosen team's item with a human key; undefined when there is none outside the bin. */
export const useItemByKey = (key: string): string | undefined => {
  const { home } = useTeam()
  return useReading(view => findByKey(view, home, key), [home, key])
}
