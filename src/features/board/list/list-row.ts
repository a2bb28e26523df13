import { daysBetween } from '../../../domain/calendar/day.ts'
import { officeDay } from '../../../domain/calendar/office-day.ts'
import { live, type View } from '../../../domain/kernel/view.ts'
import { person } from '../../../domain/people/person.ts'
import { sprint as sprintRecord } from '../../../domain/scrum/sprint.ts'
import { item, priorities, type Item } from '../../../domain/work/item.ts'
import { label } from '../../../domain/work/label.ts'
import { shownKey } from '../../../domain/work/shown-key.ts'
import type { TableSort } from '../../../ui/table.tsx'

/** One card as a row: its values as words, so that they can be sorted. */
export type ListRow = Pick<Item, 'id' | 'key' | 'title' | 'kind' | 'estimate' | 'priority' | 'due'> &
  Readonly<{
    /** Its place on the board, read column by column. */
    place: number
    columnId: string
    column: string
    people: string
    labels: string
    sprint: string
    epic: string
    /** Days since it was made. */
    age: number
  }>

type Column = Readonly<{ id: string; label: string }>

const named = (view: View, ids: readonly string[], definition: typeof person | typeof label): string =>
  ids.flatMap(id => live(view, definition, id)?.name ?? []).join(', ')

const rowOf = (view: View, id: string, place: number, column: Column, today: string): readonly ListRow[] => {
  const record = view.get(item, id)
  if (!record) return []
  const { title, kind, estimate, priority, due, people, labels, sprint, parent, createdAt } = record
  return [
    {
      id,
      key: shownKey(view, record),
      title,
      kind,
      estimate,
      priority,
      due,
      place,
      columnId: column.id,
      column: column.label,
      people: named(view, people, person),
      labels: named(view, labels, label),
      sprint: live(view, sprintRecord, sprint)?.name ?? '',
      epic: live(view, item, parent)?.title ?? '',
      age: Math.max(0, daysBetween(officeDay(createdAt), today)),
    },
  ]
}

/** The rows of a board, column by column. */
export const readRows = (
  view: View,
  columns: readonly Column[],
  lists: readonly (readonly string[])[],
  today: string,
): readonly ListRow[] => {
  let place = 0
  return columns.flatMap((column, at) => (lists[at] ?? []).flatMap(id => rowOf(view, id, place++, column, today)))
}

/** As in a German directory: Ä beside A, capitals beside small letters, 2 before 10. */
const alphabet = new Intl.Collator('de', { numeric: true })
/** What is empty stands at the end. */
const last = '\uffff'

const orders = {
  key: ({ key }: ListRow) => key,
  title: ({ title }: ListRow) => title,
  kind: ({ kind }: ListRow) => kind,
  column: ({ place }: ListRow) => place,
  people: ({ people }: ListRow) => people || last,
  estimate: ({ estimate }: ListRow) => estimate ?? -1,
  priority: ({ priority }: ListRow) => priorities.indexOf(priority),
  due: ({ due }: ListRow) => due ?? last,
  labels: ({ labels }: ListRow) => labels || last,
  sprint: ({ sprint }: ListRow) => sprint || last,
  epic: ({ epic }: ListRow) => epic || last,
  age: ({ age }: ListRow) => age,
} as const

export type ListColumn = keyof typeof orders
export const listColumns = Object.keys(orders) as readonly ListColumn[]

const isColumn = (name: string): name is ListColumn => Object.hasOwn(orders, name)

/** An order as it stands in the address: `due`, or `-due` from the end. What is not understood is the order of the board. */
export const readSort = (text = ''): TableSort & { readonly column: ListColumn } => {
  const descending = text.startsWith('-')
  const column = descending ? text.slice(1) : text
  return isColumn(column) ? { column, descending } : { column: 'column', descending: false }
}

/** Undefined for the order of the board, which needs not be said. */
export const writeSort = ({ column, descending }: TableSort): string | undefined =>
  column === 'column' && !descending ? undefined : `${descending ? '-' : ''}${column}`

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : alphabet.compare(String(one), String(other))

/** Rows in an order; equal ones as on the board. */
export const sorted = (rows: readonly ListRow[], { column, descending }: TableSort): readonly ListRow[] => {
  const order = orders[column as ListColumn]
  const sign = descending ? -1 : 1
  const keyed = rows.map(row => ({ row, by: order(row) }))
  return keyed.sort((one, other) => sign * compare(one.by, other.by)).map(({ row }) => row)
}
