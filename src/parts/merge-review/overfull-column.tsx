import { column } from '../../domain/kanban/column.ts'
import { editColumn } from '../../domain/kanban/edit-column.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { boardAddress } from '../addresses.ts'
import { useAddress } from '../use-address.ts'
import { useCommand } from '../use-command.ts'
import { useRecord } from '../use-record.ts'
import { useTeam } from '../use-team.ts'
import styles from './merge-review.module.css'

type OverfullColumnProps = {
  readonly column: string
  readonly limit: number
  readonly count: number
  readonly onClose: () => void
}

/** A column holds more than it takes: cards go on, or the limit follows what the team needs. */
export function OverfullColumn({ column: id, limit, count, onClose }: OverfullColumnProps) {
  const t = useT('work')
  const run = useCommand()
  const team = useTeam()
  const { navigate } = useAddress()
  const name = useRecord(column, id)?.name ?? ''
  const raise = () => run(editColumn, { column: id, limit: count }, { done: t('merging.raised', { name, count }) })
  const toBoard = () => {
    onClose()
    navigate(boardAddress(team.id))
  }
  return (
    <>
      <p>{t('merging.columnIsOverfull', { name, limit, count })}</p>
      <div className={styles['ways']}>
        <Button size="small" onClick={toBoard}>
          {t('merging.toBoard')}
        </Button>
        <Button size="small" onClick={() => void raise()}>
          {t('merging.raise', { count })}
        </Button>
      </div>
    </>
  )
}
