import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ArrowDown, ArrowUp } from './icons.ts'
import styles from './table.module.css'

export type TableColumn<Row> = {
  readonly id: string
  /** With the unit, for example `Aufwand (SP)`. */
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand right, in figures of equal width. */
  readonly numeric?: boolean
  /** Keys and dates: they never break into two lines. */
  readonly unbroken?: boolean
  /** Sentences: they break, and keep room for a few words where the table has to scroll. */
  readonly roomy?: boolean
  readonly sortable?: boolean
  /** Names the row for screen readers. One column has it. */
  readonly rowHead?: boolean
}

export type TableSort = { readonly column: string; readonly descending: boolean }

export type TableProps<Row> = {
  /** What the table shows; read by screen readers, printed above. */
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly sort?: TableSort | undefined
  /** The wish for another order; the owner sorts. */
  readonly onSort?: ((sort: TableSort) => void) | undefined
  readonly showCaption?: boolean
}

/** The looks of a column's cells. */
export const looksOf = <Row,>({ numeric, unbroken, roomy }: TableColumn<Row>): string | undefined =>
  classNames(numeric && styles['numeric'], unbroken && styles['unbroken'], roomy && styles['roomy'])

export function Table<Row>({ caption, columns, rows, rowId, sort, onSort, showCaption = false }: TableProps<Row>) {
  return (
    // A wide table scrolls in its own frame; the frame takes focus so that arrow keys reach every column.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className={styles['frame']}>
      <table className={styles['table']}>
        <caption className={showCaption ? styles['caption'] : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowId(row)}>
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
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps<Row> = {
  readonly column: TableColumn<Row>
  readonly sort: TableSort | undefined
  readonly onSort: ((sort: TableSort) => void) | undefined
}

/** The head of a column; where it can be sorted, a button that says how it is. */
export function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const { id, head, numeric, sortable } = column
  const own = sort?.column === id ? sort : undefined
  const Arrow = own?.descending ? ArrowDown : ArrowUp
  const order = own ? (own.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={order} className={classNames(numeric === true && styles['numeric'])}>
      {sortable && onSort ? (
        <button
          type="button"
          className={styles['sort']}
          onClick={() => onSort({ column: id, descending: own ? !own.descending : numeric === true })}
        >
          {head}
          <Arrow aria-hidden size={14} data-on={own ? true : undefined} />
        </button>
      ) : (
        head
      )}
    </th>
  )
}
