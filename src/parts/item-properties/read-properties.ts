import { column } from '../../domain/kanban/column.ts'
import { limitState } from '../../domain/kanban/limits.ts'
import { live, type View } from '../../domain/kernel/view.ts'
import type { Team } from '../../domain/people/team.ts'
import { person } from '../../domain/people/person.ts'
import { sprint } from '../../domain/scrum/sprint.ts'
import { item, type Item } from '../../domain/work/item.ts'
import { shownKey } from '../../domain/work/shown-key.ts'
import { isDone, whereIs } from '../../domain/work/whereabouts.ts'

/** The values of an item's properties in words. */
export const readProperties = (view: View, team: Team, record: Item) => {
  const home = whereIs(view, team, record)
  const own = home.at === 'column' ? live(view, column, home.column) : undefined
  const parent = live(view, item, record.parent)
  const inSprint = live(view, sprint, record.sprint)
  return {
    at: home.at,
    column: own?.name,
    columnId: own?.id,
    limit: own ? limitState(view, team, own.id) : ('ok' as const),
    sprint: inSprint?.name,
    sprintState: inSprint?.state,
    parent: parent?.title,
    parentKey: parent && shownKey(view, parent),
    parentKind: parent?.kind,
    isOpen: record.dropped === null && !isDone(view, record),
    /** Names, one a line: who was deleted meanwhile stays named. */
    people: record.people.flatMap(id => view.get(person, id)?.name ?? []).join('\n'),
  }
}
export type ItemValues = ReturnType<typeof readProperties>
