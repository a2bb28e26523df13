import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import styles from './planning.module.css'

type SelectionBarProps = {
  readonly inBacklog: readonly string[]
  readonly inSprint: readonly string[]
  readonly onMove: (ids: readonly string[], to: 'backlog' | 'sprint') => void
  readonly onMoveTo: (ids: readonly string[]) => void
  readonly onClear: () => void
}

/** What can be done with the marked cards, and how many they are. */
export function SelectionBar({ inBacklog, inSprint, onMove, onMoveTo, onClear }: SelectionBarProps) {
  const t = useT('sprint')
  const all = [...inBacklog, ...inSprint]
  const selected = all.length === 0 ? '' : t('selected', { count: all.length })
  useAnnounced(selected)
  if (all.length === 0) return null
  return (
    <div className={styles['selection']} role="group" aria-label={selected}>
      <span>{selected}</span>
      {inBacklog.length > 0 && (
        <Button size="small" onClick={() => onMove(inBacklog, 'sprint')}>
          {t('intoSprint')}
        </Button>
      )}
      {inSprint.length > 0 && (
        <Button size="small" onClick={() => onMove(inSprint, 'backlog')}>
          {t('intoBacklog')}
        </Button>
      )}
      <Button size="small" variant="plain" onClick={() => onMoveTo(all)}>
        {t('moveTo')}
      </Button>
      <Button size="small" variant="plain" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </div>
  )
}
