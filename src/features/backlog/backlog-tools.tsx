import { useMemo } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { ViewsButton } from '../../parts/saved-views/views-button.tsx'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { Button } from '../../ui/button.tsx'
import { Layers } from '../../ui/icons.ts'
import { changeBacklogState, useBacklogState } from './backlog-state.ts'

type BacklogToolsProps = { readonly left: number; readonly total: number }

/** Looking for a card, what the backlog is narrowed to, and the epics. */
export function BacklogTools({ left, total }: BacklogToolsProps) {
  const t = useT('backlog')
  const { filter, change, clear } = useItemFilter('backlog')
  const epicsShown = useBacklogState(state => state.epicsShown)
  const tools = useMemo(
    () => (
      <>
        <ViewsButton place="backlog" />
        <Button
          size="small"
          icon={Layers}
          aria-pressed={epicsShown}
          onClick={() => changeBacklogState({ epicsShown: !epicsShown })}
        >
          {t('epics')}
        </Button>
      </>
    ),
    [epicsShown, t],
  )
  return (
    <FilterBar find={t('find')} filter={filter} onChange={change} onClear={clear} left={left} total={total}>
      {tools}
    </FilterBar>
  )
}
