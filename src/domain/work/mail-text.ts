import { attachmentsOf, linksOf } from '../attachments/item-attachments.ts'
import { commentsOf } from '../discussion/item-comments.ts'
import { column } from '../kanban/column.ts'
import type { Day } from '../kernel/day.ts'
import { live, records, type View } from '../kernel/view.ts'
import { wrapText } from '../kernel/wrap-text.ts'
import { person } from '../people/person.ts'
import { sprint } from '../scrum/sprint.ts'
import { check, checksKey, criteria } from './check.ts'
import { checklist } from './checklist.ts'
import { item, type Item, type Kind, type Priority } from './item.ts'
import { label } from './label.ts'
import { shownKey } from './shown-key.ts'
import { columnOf } from './whereabouts.ts'

/** Texts for people never stand in rules: the words of a mail, in the language of who sends it. */
export type MailWords = Readonly<{
  kinds: Readonly<Record<Kind, string>>
  priorities: Readonly<Record<Priority, string>>
  backlog: string
  column: string
  sprint: string
  people: string
  estimate: string
  due: string
  priority: string
  labels: string
  parent: string
  criteria: string
  links: string
  files: string
  comments: string
  /** An instant, milliseconds UTC, as people write it. */
  moment: (at: number) => string
  day: (day: Day) => string
  number: (value: number) => string
}>

const width = 72

const joined = (names: readonly (string | undefined)[]): string => names.filter(name => name !== undefined).join(', ')

// Sets lie in the order of their ids, which means nothing to anybody.
const byName = (names: readonly string[]): string =>
  joined(names.toSorted((one, other) => one.localeCompare(other, 'de')))

/** One line for each property that has a value. */
const properties = (view: View, record: Item, words: MailWords): readonly string[] => {
  const columnId = columnOf(view, record)
  const parent = live(view, item, record.parent)
  const lines: readonly (readonly [string, string])[] = [
    [words.column, columnId === undefined ? words.backlog : joined([live(view, column, columnId)?.name])],
    [words.sprint, joined([live(view, sprint, record.sprint)?.name])],
    [words.people, byName(record.people.flatMap(id => live(view, person, id)?.name ?? []))],
    [words.estimate, record.estimate === null ? '' : words.number(record.estimate)],
    [words.due, record.due === null ? '' : words.day(record.due)],
    [words.priority, record.priority === 'medium' ? '' : words.priorities[record.priority]],
    [words.labels, byName(record.labels.flatMap(id => live(view, label, id)?.name ?? []))],
    [words.parent, parent ? `${shownKey(view, parent)} ${parent.title}` : ''],
  ]
  return lines.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]))
}

/** A heading with what stands below it; nothing when nothing does. */
const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines]

const checksOf = (view: View, record: Item, list: string): readonly string[] =>
  records(view, check, 'list', checksKey(record.id, list)).map(({ title, done }) => `[${done ? 'x' : ' '}] ${title}`)

const discussion = (view: View, record: Item, words: MailWords): readonly string[] =>
  commentsOf(view, record.id).flatMap(({ author, createdBy, createdAt, text }, index) => [
    ...(index === 0 ? [] : ['']),
    joined([author || view.get(person, createdBy)?.name, words.moment(createdAt)]),
    text,
  ])

/**
 * A card as the plain text of a mail: key and title, the properties that have a value, description (Markdown as it stands), criteria,
 * checklists, links, names of files, comments. In: the view, the card, the words. Out: lines of at most 72 characters, but for longer
 * words; ends without a line break.
 */
export const mailText = (view: View, record: Item, words: MailWords): string => {
  const title = `${shownKey(view, record)} ${record.title} (${words.kinds[record.kind]})`
  const lists = records(view, checklist, 'item', record.id)
  const lines = [
    title,
    '',
    ...properties(view, record, words),
    ...(record.description.trim() === '' ? [] : ['', record.description.trim()]),
    ...section(words.criteria, checksOf(view, record, criteria)),
    ...lists.flatMap(list => section(list.title, checksOf(view, record, list.id))),
    ...section(
      words.links,
      linksOf(view, record.id).map(({ name, address }) => (name === '' ? `- ${address}` : `- ${name}: ${address}`)),
    ),
    ...section(
      words.files,
      attachmentsOf(view, record.id).map(({ name }) => `- ${name}`),
    ),
    ...section(words.comments, discussion(view, record, words)),
  ]
  return wrapText(lines.join('\n'), width)
}
