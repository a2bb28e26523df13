import { live, type View } from '../../domain/kernel/view.ts'
import { person } from '../../domain/people/person.ts'
import { viewsOf } from '../../domain/views/save-view.ts'
import type { SavedView } from '../../domain/views/saved-view.ts'
import { item } from '../../domain/work/item.ts'
import { label } from '../../domain/work/label.ts'
import { valueIn } from '../place-query.ts'
import { useReading } from '../use-reading.ts'
import { useTeam, type ChosenTeam } from '../use-team.ts'
import { useWorkspace } from '../workspace-context.ts'

export type KeptView = Pick<SavedView, 'id' | 'name' | 'query'> & {
  /** It looks for a label, an epic or a person that somebody has deleted since: nothing fits it any more. */
  readonly isVain: boolean
}

const isVain = (view: View, query: string): boolean => {
  const isGone = (name: string, look: (id: string) => unknown): boolean => {
    const id = valueIn(query, name)
    return id !== undefined && look(id) === undefined
  }
  return (
    isGone('label', id => live(view, label, id)) ||
    isGone('epic', id => live(view, item, id)) ||
    isGone('person', id => live(view, person, id))
  )
}

/** My views of one of a team's places, by name; none without a team. */
export const useViewsOf = (team: ChosenTeam | undefined, place: string): readonly KeptView[] => {
  const { actor } = useWorkspace()
  return useReading(
    view =>
      (team ? viewsOf(view, team, actor) : [])
        .filter(one => one.place === place)
        .map(({ id, name, query }) => ({ id, name, query, isVain: isVain(view, query) })),
    [team, actor, place],
  )
}

/** My views of one of the chosen team's places. */
export const useViews = (place: string): readonly KeptView[] => useViewsOf(useTeam(), place)
