import { memo, useState } from 'react'
import { column as columnRecord } from '../../domain/kanban/column.ts'
import { columnCount, columnPoints, limitState } from '../../domain/kanban/limits.ts'
import { item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { Term } from '../../parts/term.tsx'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { ChevronsRight, Info, TriangleAlert } from '../../ui/icons.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useCollapsedColumns, useToggleColumn } from './collapsed-columns.ts'
import { ColumnMenu } from './column-menu.tsx'
import styles from './board.module.css'

/** Name, count and limit, points, policy behind a sign, menu. Over the limit: colour, sign and words. */
export const ColumnHeader = memo(function ColumnHeader({ id }: { readonly id: string }) {
  const t = useT('board')
  const team = useTeam()
  const record = useRecord(columnRecord, id)
  const count = useReading(view => columnCount(view, team, id), [team, id])
  const state = useReading(view => limitState(view, team, id), [team, id])
  const points = useQuietReading(item, view => columnPoints(view, team, id), [team, id])
  const isCollapsed = useCollapsedColumns().has(id)
  const toggle = useToggleColumn()
  if (!record) return null
  const limit = record.limitMode === 'none' ? null : record.limit
  const counted = limit === null ? String(count) : `${count}/${limit}`
  if (isCollapsed) {
    return (
      <div className={styles['strip']}>
        <IconButton
          icon={ChevronsRight}
          size="small"
          label={t('unfold', { name: record.name })}
          onClick={() => toggle(id)}
        />
        <h2 className={styles['name']}>{record.name}</h2>
        <span className={styles['count']}>{counted}</span>
      </div>
    )
  }
  return (
    <div className={styles['head']}>
      <h2 className={styles['name']}>{record.name}</h2>
      <span className={styles['count']} data-over={state === 'over' || undefined}>
        {state === 'over' && <TriangleAlert aria-hidden size={14} strokeWidth={2} />}
        <span aria-hidden>{counted}</span>
        <span className="visually-hidden">
          {limit === null ? t('countOfCards', { count }) : t('countOfLimit', { count, limit })}
        </span>
      </span>
      {points > 0 && <span className={styles['points']}>{t('points', { points })}</span>}
      <span className={styles['headEnd']}>
        {record.policy !== '' && <Policy name={record.name} text={record.policy} />}
        <ColumnMenu column={record} />
      </span>
      {state === 'over' && (
        <p className={styles['over']}>
          <Term of="limit">{t('overLimit')}</Term>
        </p>
      )}
    </div>
  )
})

function Policy({ name, text }: { readonly name: string; readonly text: string }) {
  const t = useT('board')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton
        ref={setAnchor}
        icon={Info}
        size="small"
        label={t('policyOf', { name })}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && anchor && (
        <Popover anchor={anchor} label={t('policyOf', { name })} onClose={() => setOpen(false)}>
          <p className={styles['policy']}>{text}</p>
        </Popover>
      )}
    </>
  )
}
