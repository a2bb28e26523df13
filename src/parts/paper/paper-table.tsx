import { Fragment, memo, type ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './paper-table.module.css'

export type PaperColumn<Row> = {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** Keys and days: they never break into two lines. */
  readonly unbroken?: boolean
  /** Sentences: the width that is left is theirs. */
  readonly roomy?: boolean
  /** Words: they break between each other, not within. */
  readonly wordy?: boolean
  /** Names the row. One column has it. */
  readonly rowHead?: boolean
}

export type PaperGroup<Row> = {
  readonly id: string
  /** A line of its own above the rows. */
  readonly title?: string | undefined
  readonly note?: string | undefined
  readonly rows: readonly Row[]
}

type PaperTableProps<Row> = {
  readonly caption: string
  readonly columns: readonly PaperColumn<Row>[]
  readonly groups: readonly PaperGroup<Row>[]
  readonly rowId: (row: Row) => string
  /** What belongs to a row and needs the whole width. */
  readonly below?: ((row: Row) => ReactNode) | undefined
}

/** A table for paper: its head stands on every sheet, and no row is torn apart. Each row is a body of its own, with what stands below it. */
export function PaperTable<Row>({ caption, columns, groups, rowId, below }: PaperTableProps<Row>) {
  return (
    // A wide table scrolls in its own frame; the frame takes focus so that arrow keys reach every column.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className={styles['frame']}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, head, ...column }) => (
              <th key={id} scope="col" className={looksOf(column)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ id, title, note, rows }) => (
          <Fragment key={id}>
            {title !== undefined && (
              <tbody className={styles['group']}>
                <tr>
                  <th colSpan={columns.length} scope="rowgroup">
                    {title} {note !== undefined && <span className={styles['note']}>{note}</span>}
                  </th>
                </tr>
              </tbody>
            )}
            {rows.map(row => (
              <Entry key={rowId(row)} row={row} columns={columns} below={below} />
            ))}
          </Fragment>
        ))}
      </table>
    </div>
  )
}

const looksOf = ({
  numeric,
  unbroken,
  roomy,
  wordy,
}: Pick<PaperColumn<never>, 'numeric' | 'unbroken' | 'roomy' | 'wordy'>) =>
  classNames(
    wordy && styles['wordy'],
    numeric && styles['numeric'],
    unbroken && styles['unbroken'],
    roomy && styles['roomy'],
  )

type EntryProps<Row> = {
  readonly row: Row
  readonly columns: readonly PaperColumn<Row>[]
  readonly below: ((row: Row) => ReactNode) | undefined
}

/** Drawn once: a table that grows draws what is new. */
const Entry = memo(EntryOnce) as typeof EntryOnce

function EntryOnce<Row>({ row, columns, below }: EntryProps<Row>) {
  const details = below?.(row)
  const hasDetails = details !== undefined && details !== null && details !== false
  return (
    <tbody data-row={hasDetails ? 'long' : ''}>
      <tr>
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
      {hasDetails && (
        <tr className={styles['below']}>
          <td colSpan={columns.length}>{details}</td>
        </tr>
      )}
    </tbody>
  )
}
