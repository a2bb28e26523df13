import { useMemo, type KeyboardEvent } from 'react'
import { useFormat } from '../../../i18n/use-format.ts'
import { useT } from '../../../i18n/use-t.ts'
import { KindIcon } from '../../../parts/kind-icon.tsx'
import type { BoardColumnData } from '../../../ui/board/board-surface.tsx'
import { LongTable, type LongColumn } from '../../../ui/long-table.tsx'
import type { TableSort } from '../../../ui/table.tsx'
import { CardLink } from './card-link.tsx'
import { ColumnCell, EstimateCell, PriorityCell } from './edit-cells.tsx'
import type { ListRow } from './list-row.ts'
import { PickAll, PickRow } from './pick-row.tsx'

export type BoardTableProps = {
  readonly rows: readonly ListRow[]
  readonly sort: TableSort
  readonly onSort: (sort: TableSort) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Columns that no row has a value for are left out, and the sprint where it is the same everywhere: the head names it. */
const useFilled = (rows: readonly ListRow[]) => {
  const has = (name: 'labels' | 'epic' | 'due') => rows.some(row => (row[name] ?? '') !== '')
  const [labels, epic, due] = [has('labels'), has('epic'), has('due')]
  const sprint = rows.some(row => row.sprint !== rows[0]?.sprint)
  return useMemo(() => ({ labels, sprint, epic, due }), [labels, sprint, epic, due])
}

/** Every card a row: sorted by its head, picked by its box, column, estimate and priority changed where they stand. */
export function BoardTable({ rows, sort, onSort, onKeyDown, columns }: BoardTableProps & Columns) {
  const t = useT('board')
  const table = useTableColumns(columns, useFilled(rows), rows.length === 0)
  return (
    <LongTable
      caption={t('asList')}
      columns={table}
      rows={rows}
      rowId={({ id }) => id}
      {...{ sort, onSort, onKeyDown }}
    />
  )
}

type Columns = { readonly columns: readonly BoardColumnData[] }

const useTableColumns = (
  columns: readonly BoardColumnData[],
  filled: ReturnType<typeof useFilled>,
  isEmpty: boolean,
) => {
  const t = useT('list')
  const words = useT('work')
  const format = useFormat()
  return useMemo<readonly LongColumn<ListRow>[]>(() => {
    const text = (id: 'people' | 'labels' | 'sprint' | 'epic', head: string, width: number): LongColumn<ListRow> => ({
      id,
      head,
      width,
      sortable: true,
      cell: row => row[id],
    })
    return [
      {
        id: 'pick',
        head: t('pick'),
        width: 2.5,
        headControl: <PickAll isEmpty={isEmpty} />,
        cell: row => <PickRow row={row} />,
      },
      { id: 'key', head: t('key'), width: 7, sortable: true, unbroken: true, cell: ({ key }) => key },
      { id: 'title', head: t('title'), rowHead: true, sortable: true, cell: row => <CardLink row={row} /> },
      { id: 'kind', head: words('kind'), width: 3.5, sortable: true, cell: ({ kind }) => <KindIcon kind={kind} /> },
      {
        id: 'column',
        head: words('place'),
        width: 8,
        sortable: true,
        cell: row => <ColumnCell row={row} columns={columns} />,
      },
      text('people', words('people'), 8),
      {
        id: 'estimate',
        head: t('estimate'),
        width: 6.5,
        numeric: true,
        sortable: true,
        cell: row => <EstimateCell row={row} />,
      },
      { id: 'priority', head: words('priority'), width: 7, sortable: true, cell: row => <PriorityCell row={row} /> },
      ...(filled.due
        ? [
            {
              id: 'due',
              head: words('due'),
              width: 7.5,
              sortable: true,
              unbroken: true,
              cell: ({ due }: ListRow) => (due === null ? '' : format.day(due)),
            },
          ]
        : []),
      ...(filled.labels ? [text('labels', words('labels'), 9)] : []),
      ...(filled.sprint ? [text('sprint', words('sprint'), 6)] : []),
      ...(filled.epic ? [text('epic', words('kinds.epic'), 12)] : []),
      { id: 'age', head: t('age'), width: 6, numeric: true, sortable: true, cell: ({ age }) => format.number(age) },
    ]
  }, [columns, filled, isEmpty, t, words, format])
}
