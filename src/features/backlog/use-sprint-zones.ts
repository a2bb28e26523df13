import { useCallback } from 'react'
import type { View } from '../../domain/kernel/view.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { itemsOfSprint } from '../../domain/scrum/sprints.ts'
import { backlog } from '../../domain/work/item.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'

export type BacklogZone = Readonly<{ id: string; cards: readonly string[] }>

/** Cards of a running sprint are on the board; here it only takes some in. */
export const cardsOfSprint = (view: View, sprint: Sprint): readonly string[] =>
  sprint.state === 'planned' ? itemsOfSprint(view, sprint.id).map(({ id }) => id) : []

/** Asked when something is dropped or a key is pressed: every list from top to bottom with its cards. */
export const useZones = (sprints: readonly Sprint[], shown: readonly string[]) => {
  const { records } = useWorkspace()
  return useCallback(
    (): readonly BacklogZone[] => [
      ...sprints.map(sprint => ({ id: sprint.id, cards: cardsOfSprint(records, sprint) })),
      { id: backlog, cards: shown },
    ],
    [records, sprints, shown],
  )
}
