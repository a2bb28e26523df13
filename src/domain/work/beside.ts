import { isPast } from '../kanban/home.ts'
import { live, type View } from '../kernel/view.ts'
import type { Team } from '../people/team.ts'
import { sprint } from '../scrum/sprint.ts'
import type { creation } from './creation.ts'
import { backlog, type Item } from './item.ts'
import { whereIs } from './whereabouts.ts'

/** The item's sprint unless it is over or gone. */
const openSprint = (view: View, record: Item): string | null =>
  live(view, sprint, record.sprint) && !isPast(view, record.sprint) ? record.sprint : null

/**
 * Where an item that comes of another goes: right below it, into its sprint; of what the board does not show (dropped, of a sprint
 * that is over) into the backlog.
 */
export const beside = (view: View, team: Team, record: Item): Parameters<typeof creation>[2] => {
  const home = whereIs(view, team, record)
  return {
    place: home.at === 'column' ? home.column : backlog,
    spot: { after: record.id },
    kind: record.kind,
    sprint: openSprint(view, record),
  }
}
