import { item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { useRecord } from '../../parts/use-record.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ArrowLeft, ArrowRight, Plus, X } from '../../ui/icons.ts'
import styles from './planning.module.css'

type RowActionProps = {
  readonly id: string
  readonly to: 'sprint' | 'backlog'
  readonly onMove: (id: string) => void
}

/** Takes one card to the other side. Where only one side is seen, the button says so in words as long as the title has room. */
export function RowAction({ id, to, onMove }: RowActionProps) {
  const t = useT('sprint')
  const title = useRecord(item, id)?.title ?? ''
  const label = to === 'sprint' ? t('toSprint', { title }) : t('toBacklog', { title })
  return (
    <>
      <IconButton
        size="small"
        icon={to === 'sprint' ? ArrowRight : ArrowLeft}
        label={label}
        className={styles['wideOnly']}
        onClick={() => onMove(id)}
      />
      <IconButton
        size="small"
        icon={to === 'sprint' ? Plus : X}
        label={label}
        className={styles['phoneOnly']}
        onClick={() => onMove(id)}
      />
      <Button
        size="small"
        variant="plain"
        icon={to === 'sprint' ? Plus : undefined}
        aria-label={label}
        className={styles['betweenOnly']}
        onClick={() => onMove(id)}
      >
        {to === 'sprint' ? t('intoSprint') : t('outOfSprint')}
      </Button>
    </>
  )
}
