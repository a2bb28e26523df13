import { useMemo } from 'react'
import { backlogItems, boardItems } from '../domain/kanban/board.ts'
import { live, type View } from '../domain/kernel/view.ts'
import { documentOfTeam, type Team } from '../domain/people/team.ts'
import { isOver, itemsOfSprint, sprintsOf } from '../domain/scrum/sprints.ts'
import { item, type Item } from '../domain/work/item.ts'
import { epicsOf } from '../domain/work/progress.ts'
import { shownKey } from '../domain/work/shown-key.ts'
import { Picker } from '../ui/picker.tsx'
import { KindIcon } from './kind-icon.tsx'
import { useTeam } from './use-team.ts'
import { useWorkspace } from './workspace-context.ts'

export type ItemPickerProps = {
  readonly anchor: HTMLElement
  readonly label: string
  readonly selected: readonly string[]
  /** Which items of the team are offered. */
  readonly fits: (record: Item) => boolean
  readonly multiple?: boolean
  readonly onChange: (selected: readonly string[]) => void
  readonly onClose: () => void
}

/** Everything of a team that is not of the past: epics, board, backlog, planned sprints. */
const openItems = (view: View, team: Team): readonly string[] => [
  ...new Set([
    ...epicsOf(view, team),
    ...boardItems(view, team),
    ...backlogItems(view, team),
    ...sprintsOf(view, documentOfTeam(team))
      .filter(({ state }) => !isOver(state))
      .flatMap(({ id }) => itemsOfSprint(view, id).map(record => record.id)),
  ]),
]

/** Finds another item of the team by title or key. The list is read when it opens; it does not move under the pointer. */
export function ItemPicker({ fits, ...rest }: ItemPickerProps) {
  const team = useTeam()
  const { records } = useWorkspace()
  const options = useMemo(
    () =>
      [...new Set([...rest.selected, ...openItems(records, team)])].flatMap(id => {
        const record = live(records, item, id)
        if (!record || !fits(record)) return []
        const { title, kind } = record
        return [{ id, text: title, detail: shownKey(records, record), mark: <KindIcon kind={kind} /> }]
      }),
    // What fits is a matter of the moment in which the list opens.
    // oxlint-disable-next-line react/exhaustive-deps
    [records, team],
  )
  return <Picker {...rest} options={options} />
}
