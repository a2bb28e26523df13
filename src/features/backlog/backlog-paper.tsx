import { useMemo, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { ItemPaper } from '../../parts/paper/item-paper.tsx'
import { useFilterWords } from '../../parts/paper/use-filter-words.ts'
import { paperChosen } from '../../parts/paper/print-now.ts'
import { usePaperItems } from '../../parts/paper/use-paper-items.ts'
import { useOpenSprints } from '../../parts/use-open-sprints.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { useBacklogRows } from './use-backlog-rows.ts'
import { cardsOfSprint } from './use-sprint-zones.ts'

/** The backlog on paper in its order: the chosen cards, or what the filter leaves. */
export default function BacklogPaper() {
  const t = useT('paper')
  const words = useT('work')
  const team = useTeam()
  const name = team.method === 'kanban' ? words('options') : words('backlog')
  const { shown, isFiltered } = useBacklogRows()
  const selected = useSelectedInOrder(shown)
  const [isAll, setAll] = useState(false)
  const isSelection = selected.length > 0 && !isAll
  const cards = usePaperItems(isSelection ? selected : shown)
  const filter = useFilterWords('backlog')
  const lines = [
    isSelection ? t('selection', { count: selected.length }) : undefined,
    isFiltered && !isSelection ? t('filter', { words: filter }) : undefined,
    t('sum', { count: cards.length }),
  ]
  const choice = selected.length > 0 && (
    <SegmentedControl
      label={t('which')}
      value={isSelection ? 'selection' : 'all'}
      segments={[
        { value: 'selection', text: t('chosen') },
        { value: 'all', text: t('all') },
      ]}
      onChange={which => setAll(which === 'all')}
    />
  )
  return (
    <ItemPaper
      title={name}
      place={teamAddress(team.id, 'backlog')}
      lines={lines}
      sections={[{ id: 'backlog', groups: [{ id: 'backlog', cards }] }]}
      choices={choice}
    />
  )
}

/** What was chosen in the backlog, in the order in which it stands there. */
const useSelectedInOrder = (shown: readonly string[]): readonly string[] => {
  const sprints = useOpenSprints()
  const [selected] = useState(() => new Set(paperChosen()))
  const planned = useReading(view => sprints.flatMap(sprint => cardsOfSprint(view, sprint)), [sprints])
  return useMemo(() => [...planned, ...shown].filter(id => selected.has(id)), [planned, shown, selected])
}
