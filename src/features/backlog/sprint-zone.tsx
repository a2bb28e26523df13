import { useCallback, useMemo, type ReactNode } from 'react'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { itemsOfSprint } from '../../domain/scrum/sprints.ts'
import { sprintLoad } from '../../domain/metrics/velocity.ts'
import { item } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Term } from '../../parts/term.tsx'
import { useSelection } from '../../parts/selection.ts'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Badge } from '../../ui/badge.tsx'
import { SortableList } from '../../ui/board/sortable-list.tsx'
import { useSurfaceState } from '../../ui/board/surface-store.ts'
import { ChevronDown, ChevronRight, CircleCheck, Repeat, TriangleAlert } from '../../ui/icons.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { changeBacklogState, useBacklogState } from './backlog-state.ts'
import styles from './backlog.module.css'
import { cardsOfSprint } from './use-sprint-zones.ts'

type SprintZoneProps = {
  readonly sprint: Sprint
  readonly estimate: number
  readonly renderRow: (id: string) => ReactNode
}

/** A sprint above the backlog: takes what is dropped on it and says how much that is; unfolded it lists its cards. */
export function SprintZone({ sprint, estimate, renderRow }: SprintZoneProps) {
  const t = useT('backlog')
  const isPlanned = sprint.state === 'planned'
  const isOpen = useBacklogState(state => state.openSprint === sprint.id) && isPlanned
  const isTarget = useSurfaceState(state => state.target?.slot.to === sprint.id)
  const rows = useReading(view => cardsOfSprint(view, sprint), [sprint])
  const selected = useSelection(state => state.selected)
  const sections = useMemo(
    () => [{ id: sprint.id, label: sprint.name, rows, collapsed: !isOpen }],
    [sprint.id, sprint.name, rows, isOpen],
  )
  const renderHead = useCallback(() => <ZoneHead sprint={sprint} isOpen={isOpen} />, [sprint, isOpen])
  const renderEnd = () => (isOpen && rows.length === 0 ? <p className={styles['zoneHint']}>{t('dropHere')}</p> : null)
  return (
    <div
      className={styles['zone']}
      data-zone={sprint.id}
      data-open={isOpen || undefined}
      data-target={isTarget || undefined}
    >
      <SortableList
        {...{ sections, renderRow, renderHead, renderEnd, estimate }}
        marked={selected}
        className={styles['zoneList']}
      />
    </div>
  )
}

function ZoneHead({ sprint, isOpen }: { readonly sprint: Sprint; readonly isOpen: boolean }) {
  const t = useT('backlog')
  const words = useT('work')
  const format = useFormat()
  const { id, name, state, start, end } = sprint
  const toggle = () => changeBacklogState({ openSprint: isOpen ? undefined : id })
  return (
    <div className={styles['zoneHead']}>
      {state === 'planned' ? (
        <IconButton
          icon={isOpen ? ChevronDown : ChevronRight}
          size="small"
          label={isOpen ? t('foldSprint', { name }) : t('unfoldSprint', { name })}
          aria-expanded={isOpen}
          onClick={toggle}
        />
      ) : (
        <span className={styles['zoneSign']}>
          <Repeat aria-hidden size={16} strokeWidth={1.75} />
        </span>
      )}
      <div className={styles['zoneTitle']}>
        <h2 className={styles['zoneName']}>{name}</h2>
        <span className={styles['quiet']}>
          {words(`sprintStates.${state}`)}
          {start !== null && end !== null && ` · ${format.range(start, end)}`}
        </span>
      </div>
      <ZoneSum sprint={sprint} />
    </div>
  )
}

/** How many cards and points, and for a planned sprint whether they fit the mean of the last three. */
function ZoneSum({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('backlog')
  const format = useFormat()
  const count = useQuietReading(item, view => itemsOfSprint(view, sprint.id).length, [sprint.id])
  const { unit, planned, mean, fit } = useQuietReading(item, view => sprintLoad(view, sprint), [sprint])
  const points = unit === 'points' ? t('points', { points: format.number(planned) }) : ''
  return (
    <span className={styles['zoneSum']}>
      <span className={styles['quiet']}>
        {[t('cards', { count }), points].filter(Boolean).join(' · ')}
        {mean !== undefined && (
          <>
            {' · '}
            <Term of="mean">{t('mean', { mean: format.number(mean) })}</Term>
          </>
        )}
      </span>
      {sprint.state === 'planned' && count > 0 && fit.is === 'over' && (
        <Badge bare tone="warn" icon={TriangleAlert}>
          {t('over', { by: format.number(fit.by) })}
        </Badge>
      )}
      {sprint.state === 'planned' && count > 0 && fit.is === 'fits' && (
        <Badge bare tone="ok" icon={CircleCheck}>
          {t('fits')}
        </Badge>
      )}
    </span>
  )
}
