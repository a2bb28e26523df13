import { memo, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { classNames } from './class-names.ts'
import styles from './long-table.module.css'
import { Head, looksOf, type TableColumn, type TableSort } from './table.tsx'
import table from './table.module.css'
import { useLongList } from './use-long-list.ts'

export type LongColumn<Row> = TableColumn<Row> & {
  /** Width in rem. One column has none and takes what is left, at least 14 rem. */
  readonly width?: number
  /** Instead of the word, for example a box that ticks all rows; the word is its name. */
  readonly headControl?: ReactNode
}

export type LongTableProps<Row> = {
  readonly caption: string
  /** Keep it the same array: rows are drawn anew only when theirs or this changes. */
  readonly columns: readonly LongColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly sort: TableSort
  readonly onSort: (sort: TableSort) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

const rowHeight = 36
const leastRest = 14

/** A table of thousands of rows: its columns keep their width, its head stays in sight, and only rows in sight are drawn. */
export function LongTable<Row>({ caption, columns, rows, rowId, sort, onSort, onKeyDown }: LongTableProps<Row>) {
  const { frame, from, to, above, below, measure } = useLongList(rows.length, rowHeight)
  const minWidth = columns.reduce((sum, { width = leastRest }) => sum + width, 0)
  return (
    // The frame takes focus so that arrow keys reach every row and column; the keys of what stands inside pass through it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div ref={frame} role="region" aria-label={caption} tabIndex={0} className={styles['frame']} onKeyDown={onKeyDown}>
      <table
        className={classNames(table['table'], styles['table'])}
        aria-rowcount={rows.length + 1}
        style={{ minWidth: `${minWidth}rem` }}
      >
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? undefined : { width: `${width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(column =>
              column.headControl === undefined ? (
                <Head key={column.id} column={column} sort={sort} onSort={onSort} />
              ) : (
                <td key={column.id}>{column.headControl}</td>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <Room height={above} span={columns.length} />
          {rows.slice(from, to).map((row, at) => (
            <LongRow key={rowId(row)} row={row} columns={columns} index={from + at} measure={measure} />
          ))}
          <Room height={below} span={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

function Room({ height, span }: { readonly height: number; readonly span: number }) {
  if (height === 0) return null
  return (
    <tr aria-hidden>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- holds room and nothing else */}
      <td colSpan={span} className={styles['room']} style={{ height }} />
    </tr>
  )
}

type LongRowProps<Row> = {
  readonly row: Row
  readonly columns: readonly LongColumn<Row>[]
  readonly index: number
  readonly measure: Ref<HTMLTableRowElement> | undefined
}

function PlainRow<Row>({ row, columns, index, measure }: LongRowProps<Row>) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {columns.map(column =>
        column.rowHead ? (
          <th key={column.id} scope="row" className={looksOf(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} className={looksOf(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

const LongRow = memo(PlainRow) as typeof PlainRow
