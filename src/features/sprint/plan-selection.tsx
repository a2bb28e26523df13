import { useT } from '../../i18n/use-t.ts'
import SelectionBar from '../../parts/selection-bar.tsx'
import { useSelection } from '../../parts/selection.ts'
import { Button } from '../../ui/button.tsx'
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
  return (
    <SelectionBar
      items={items}
      onMove={() => onMoveTo(items)}
      ways={
        <>
          {inBacklog.length > 0 && (
            <Button size="small" icon={Repeat} onClick={() => onMove(inBacklog, 'sprint')}>
              {t('intoSprint')}
            </Button>
          )}
          {inSprint.length > 0 && (
            <Button size="small" icon={Inbox} onClick={() => onMove(inSprint, 'backlog')}>
              {t('intoBacklog')}
            </Button>
          )}
        </>
      }
    />
  )
}
