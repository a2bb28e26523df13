import { useState } from 'react'
import type { View } from '../../domain/kernel/view.ts'
import { person as personRecord } from '../../domain/people/person.ts'
import { item, priorities, type Item } from '../../domain/work/item.ts'
import { shownKey } from '../../domain/work/shown-key.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardAddress } from '../../parts/addresses.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import type { BoardColumnData, ColumnCards } from '../../ui/board/board-surface.tsx'
import { Table, type TableColumn, type TableSort } from '../../ui/table.tsx'
import { useCardLists } from './use-board-columns.ts'
import styles from './board.module.css'

type Row = Pick<Item, 'id' | 'key' | 'title' | 'kind' | 'estimate' | 'priority' | 'due'> & {
  readonly place: number
  readonly column: string
  readonly people: string
}

const rowOf = (view: View, id: string, place: number, column: string): readonly Row[] => {
  const record = view.get(item, id)
  if (!record) return []
  const { title, kind, estimate, priority, due } = record
  const people = record.people.flatMap(person => view.get(personRecord, person)?.name ?? []).join(', ')
  return [{ id, key: shownKey(view, record), title, kind, estimate, priority, due, place, column, people }]
}

const orders: { readonly [column: string]: (row: Row) => string | number } = {
  key: ({ key }) => key,
  title: ({ title }) => title.toLocaleLowerCase('de'),
  column: ({ place }) => place,
  people: ({ people }) => people,
  estimate: ({ estimate }) => estimate ?? -1,
  priority: ({ priority }) => priorities.indexOf(priority),
  due: ({ due }) => due ?? '9999',
}

const sorted = (rows: readonly Row[], { column, descending }: TableSort): readonly Row[] => {
  const order = orders[column] ?? (() => 0)
  const sign = descending ? -1 : 1
  return [...rows].sort((one, other) => {
    const [left, right] = [order(one), order(other)]
    return left === right ? 0 : left < right ? -sign : sign
  })
}

const cardLink = (team: string, { key, title }: Row) => (
  <a className={styles['cardLink']} href={`#${cardAddress(team, key)}`}>
    {title}
  </a>
)

type BoardTableProps = { readonly columns: readonly BoardColumnData[]; readonly cards: ColumnCards }

/** The board as a sortable table: the whole of it stands in the page, for print and for the browser's own search. */
export default function BoardTable({ columns, cards }: BoardTableProps) {
  const t = useT('board')
  const words = useT('work')
  const format = useFormat()
  const team = useTeam()
  const [sort, setSort] = useState<TableSort>({ column: 'column', descending: false })
  const lists = useCardLists(cards, columns)
  const rows = useQuietReading(
    item,
    view => {
      let place = 0
      return columns.flatMap(({ label }, at) => (lists[at] ?? []).flatMap(id => rowOf(view, id, place++, label)))
    },
    [columns, lists],
  )
  const table: readonly TableColumn<Row>[] = [
    { id: 'key', head: t('key'), cell: ({ key }) => key, sortable: true, unbroken: true },
    {
      id: 'title',
      head: t('cardTitle'),
      rowHead: true,
      roomy: true,
      sortable: true,
      cell: row => cardLink(team.id, row),
    },
    { id: 'column', head: t('column'), cell: ({ column }) => column, sortable: true },
    { id: 'people', head: t('people'), cell: ({ people }) => people, sortable: true },
    {
      id: 'estimate',
      head: t('estimate'),
      numeric: true,
      sortable: true,
      cell: ({ estimate }) => (estimate === null ? '' : format.number(estimate)),
    },
    {
      id: 'priority',
      head: words('priority'),
      sortable: true,
      cell: ({ priority }) => words(`priorities.${priority}`),
    },
    {
      id: 'due',
      head: words('due'),
      sortable: true,
      unbroken: true,
      cell: ({ due }) => (due === null ? '' : format.day(due)),
    },
  ]
  return (
    <div className={styles['table']}>
      <Table
        caption={t('asList')}
        columns={table}
        rows={sorted(rows, sort)}
        rowId={({ id }) => id}
        sort={sort}
        onSort={setSort}
      />
    </div>
  )
}
