import { item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { FindField } from '../../parts/find-field.tsx'
import { useRecord } from '../../parts/use-record.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Layers } from '../../ui/icons.ts'
import { useAnnounced } from '../../ui/use-announced.ts'
import { changeBacklogState, clearFilter, useBacklogState } from './backlog-state.ts'
import styles from './backlog.module.css'

type BacklogToolsProps = { readonly left: number; readonly total: number; readonly isFiltered: boolean }

/** Looking for a card, the epics, and what the backlog is narrowed to. */
export function BacklogTools({ left, total, isFiltered }: BacklogToolsProps) {
  const t = useT('backlog')
  const text = useBacklogState(state => state.text)
  const epic = useBacklogState(state => state.epic)
  const epicsShown = useBacklogState(state => state.epicsShown)
  const title = useRecord(item, epic)?.title
  const shown = isFiltered ? t('shown', { left, total }) : ''
  useAnnounced(shown)
  return (
    <div className={styles['tools']} role="search" aria-label={t('filter')}>
      <FindField label={t('find')} value={text} onChange={next => changeBacklogState({ text: next })} />
      <Button
        size="small"
        icon={Layers}
        aria-pressed={epicsShown}
        onClick={() => changeBacklogState({ epicsShown: !epicsShown })}
      >
        {t('epics')}
      </Button>
      {epic !== undefined && (
        <Chip
          pressed
          onPress={() => changeBacklogState({ epic: undefined })}
          removeLabel={t('clearOne', { name: title ?? '' })}
          onRemove={() => changeBacklogState({ epic: undefined })}
        >
          {title}
        </Chip>
      )}
      {isFiltered && (
        <>
          <span className={styles['quiet']}>{shown}</span>
          <Button size="small" variant="plain" onClick={clearFilter}>
            {t('clearFilter')}
          </Button>
        </>
      )}
    </div>
  )
}
