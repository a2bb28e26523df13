import { memo, type MouseEvent, type Ref } from 'react'
import { useT } from '../../../i18n/use-t.ts'
import { cardAddress, cardTail } from '../../../parts/addresses.ts'
import { ItemRow } from '../../../parts/item-row.tsx'
import { useAddress } from '../../../parts/use-address.ts'
import { useTeam } from '../../../parts/use-team.ts'
import { ArrowDown, ArrowUp } from '../../../ui/icons.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Select } from '../../../ui/select.tsx'
import { useLongList } from '../../../ui/use-long-list.ts'
import styles from './list.module.css'
import type { BoardTableProps } from './board-table.tsx'
import { listColumns, type ListColumn, type ListRow } from './list-row.ts'
import { PickRow } from './pick-row.tsx'

const lineHeight = 57

/** The list where there is no room for a table: each card a line of its own, and the order above them. */
export function BoardLines({ rows, sort, onSort, onKeyDown }: BoardTableProps) {
  const t = useT('list')
  const { frame, from, to, above, below, measure } = useLongList(rows.length, lineHeight)
  const { column, descending } = sort
  return (
    <>
      <div className={styles['order']}>
        <Select<ListColumn>
          label={t('order')}
          hideLabel
          value={column as ListColumn}
          options={listColumns.map(value => ({ value, text: t(`orders.${value}`) }))}
          onChange={next => onSort({ column: next, descending: false })}
        />
        <IconButton
          icon={descending ? ArrowDown : ArrowUp}
          label={descending ? t('descending') : t('ascending')}
          onClick={() => onSort({ column, descending: !descending })}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-static-element-interactions -- scrolls by keys */}
      <div ref={frame} data-lines tabIndex={0} className={styles['lines']} onKeyDown={onKeyDown}>
        <ul aria-label={t('cards')}>
          <li aria-hidden style={{ height: above }} />
          {rows.slice(from, to).map((row, at) => (
            <Line key={row.id} row={row} index={from + at} count={rows.length} measure={measure} />
          ))}
          <li aria-hidden style={{ height: below }} />
        </ul>
      </div>
    </>
  )
}

type LineProps = {
  readonly row: ListRow
  readonly index: number
  readonly count: number
  readonly measure: Ref<HTMLLIElement> | undefined
}

const Line = memo(function Line({ row, index, count, measure }: LineProps) {
  const team = useTeam()
  const { openOverlay } = useAddress()
  const open = (event: MouseEvent) => {
    event.preventDefault()
    openOverlay(cardTail(row.key))
  }
  return (
    <li ref={measure} data-index={index} aria-setsize={count} aria-posinset={index + 1} className={styles['line']}>
      <PickRow row={row} />
      <a className={styles['lineLink']} href={`#${cardAddress(team.id, row.key)}`} onClick={open}>
        <ItemRow id={row.id} />
      </a>
    </li>
  )
})
