import { linksOf } from '../domain/attachments/item-attachments.ts'
import { officeDay } from '../domain/calendar/office-day.ts'
import { commentsOf } from '../domain/discussion/item-comments.ts'
import { boardItems, backlogItems } from '../domain/kanban/board.ts'
import { column } from '../domain/kanban/column.ts'
import { live, records, type View } from '../domain/kernel/view.ts'
import { person } from '../domain/people/person.ts'
import { documentOfTeam, type Team } from '../domain/people/team.ts'
import { sprint } from '../domain/scrum/sprint.ts'
import { sprintsIn, itemsOfSprint } from '../domain/scrum/sprints.ts'
import { check, checksKey, criteria, type Check } from '../domain/work/check.ts'
import { checklist } from '../domain/work/checklist.ts'
import { item, type Item } from '../domain/work/item.ts'
import { label } from '../domain/work/label.ts'
import { shownKey } from '../domain/work/shown-key.ts'
import { columnOf } from '../domain/work/whereabouts.ts'
import type { TableWords } from '../workspace/exchange-port.ts'
import { guardFormula } from './formula-guard.ts'
import { printRows } from './print-rows.ts'

/** Everything of a team that is neither dropped nor in the bin: epics, board, backlog, then what is only in a sprint. */
const itemsOf = (view: View, team: Team): readonly Item[] => {
  const document = documentOfTeam(team)
  const inSprints = (['planned', 'running', 'review', 'closed', 'cancelled'] as const).flatMap(state =>
    sprintsIn(view, document, state).flatMap(({ id }) => itemsOfSprint(view, id).map(one => one.id)),
  )
  const ids = new Set([
    ...view.ids(item, 'epics', document),
    ...boardItems(view, team),
    ...backlogItems(view, team),
    ...inSprints,
  ])
  return [...ids].flatMap(id => live(view, item, id) ?? [])
}

const linesOf = (checks: readonly Check[]): string =>
  checks.map(({ title, done }) => `[${done ? 'x' : ' '}] ${title}`).join('\n')

const checklistsOf = (view: View, id: string): string =>
  records(view, checklist, 'item', id)
    .map(list => `# ${list.title}\n${linesOf(records(view, check, 'list', checksKey(id, list.id)))}`)
    .join('\n')

/** One link a line: its address, with its name before it where it has one. */
const linesOfLinks = (view: View, id: string): string =>
  linksOf(view, id)
    .map(({ name, address }) => (name === '' || name === address ? address : `${name} <${address}>`))
    .join('\n')

/** How much was said. The words stay in the archive: a table would sort them by person. */
const countOfComments = (view: View, id: string): string => {
  const count = commentsOf(view, id).length
  return count === 0 ? '' : String(count)
}

const namesOf = (names: readonly (string | undefined)[]): string => names.flatMap(name => name ?? []).join('; ')

const rowOf = (
  view: View,
  one: Item,
  { kinds, priorities }: TableWords,
): Readonly<Record<keyof TableWords['headings'], string>> => ({
  key: shownKey(view, one),
  kind: kinds[one.kind] ?? one.kind,
  title: one.title,
  description: one.description,
  column: live(view, column, columnOf(view, one))?.name ?? '',
  sprint: live(view, sprint, one.sprint)?.name ?? '',
  estimate: one.estimate === null ? '' : String(one.estimate).replace('.', ','),
  priority: priorities[one.priority] ?? one.priority,
  labels: namesOf(one.labels.map(id => live(view, label, id)?.name)),
  people: namesOf(one.people.map(id => view.get(person, id)?.name)),
  due: one.due ?? '',
  created: officeDay(one.createdAt),
  criteria: linesOf(records(view, check, 'list', checksKey(one.id, criteria))),
  checklist: checklistsOf(view, one.id),
  links: linesOfLinks(view, one.id),
  comments: countOfComments(view, one.id),
})

/**
 * A team's items as a table for German Excel: byte order mark, semicolons, CRLF, decimal comma, days as `YYYY-MM-DD`, one item a row.
 * Text that Excel would run as a formula is guarded by an apostrophe, which our own import takes off again.
 */
export const csvOfTeam = (view: View, team: Team, words: TableWords): string => {
  const columns = Object.keys(words.headings) as (keyof TableWords['headings'])[]
  const header = columns.map(name => guardFormula(words.headings[name]))
  const rows = itemsOf(view, team).map(one => {
    const row = rowOf(view, one, words)
    return columns.map(name => guardFormula(row[name]))
  })
  return printRows([header, ...rows])
}
