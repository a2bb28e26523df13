import { useT } from '../../i18n/use-t.ts'
import SelectionBar from '../../parts/selection-bar.tsx'
import { useSelection } from '../../parts/selection.ts'
import { Inbox, Repeat } from '../../ui/icons.ts'

type PlanSelectionProps = {
  /** The backlog, then the sprint. */
  readonly lists: readonly { readonly id: string; readonly cards: readonly string[] }[]
  readonly onMove: (ids: readonly string[], to: 'backlog' | 'sprint') => void
  readonly onMoveTo: (ids: readonly string[]) => void
}

/** The bar at the foot while cards of either list are selected: here a card goes into this sprint, or back. */
export function PlanSelection({ lists, onMove, onMoveTo }: PlanSelectionProps) {
  const t = useT('sprint')
  const selected = useSelection(state => state.selected)
  const [inBacklog = [], inSprint = []] = lists.map(({ cards }) => cards.filter(id => selected.has(id)))
  const items = [...inBacklog, ...inSprint]
  if (items.length === 0) return null
  const into = { id: 'into', text: t('intoSprint'), icon: Repeat, run: () => onMove(inBacklog, 'sprint') }
  const back = { id: 'back', text: t('intoBacklog'), icon: Inbox, run: () => onMove(inSprint, 'backlog') }
  return (
    <SelectionBar
      items={items}
      onMove={() => onMoveTo(items)}
      ways={[...(inBacklog.length > 0 ? [into] : []), ...(inSprint.length > 0 ? [back] : [])]}
    />
  )
}
