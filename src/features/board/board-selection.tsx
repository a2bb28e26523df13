import { useEffect, useMemo } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { lazyPart } from '../../parts/lazy-part.ts'
import { clearSelection, pick, useSelection } from '../../parts/selection.ts'
import type { BoardColumnData, ColumnCards } from '../../ui/board/board-surface.tsx'
import { Button } from '../../ui/button.tsx'
import { SquareCheck } from '../../ui/icons.ts'
import { useCardLists } from './use-board-columns.ts'
import styles from './board.module.css'

const SelectionBar = lazyPart(() => import('../../parts/selection-bar.tsx'))

type BoardSelectionProps = {
  readonly columns: readonly BoardColumnData[]
  readonly cards: ColumnCards
  readonly onMove: (items: readonly string[]) => void
}

/** The bar at the foot while cards are selected. The selection goes with the place. */
export function BoardSelection(props: BoardSelectionProps) {
  const selected = useSelection(state => state.selected)
  useEffect(() => clearSelection, [])
  return selected.size > 0 && <Selected {...props} selected={selected} />
}

type SelectedProps = BoardSelectionProps & { readonly selected: ReadonlySet<string> }

function Selected({ columns, cards, onMove, selected }: SelectedProps) {
  const lists = useCardLists(cards, columns)
  const items = useMemo(() => lists.flat().filter(id => selected.has(id)), [lists, selected])
  if (items.length === 0) return null
  return (
    <div className={styles['selection']}>
      <SelectionBar items={items} onMove={() => onMove(items)} />
    </div>
  )
}

/** For who has no key to hold: a tap then selects, until it is pressed again. */
export function PickButton() {
  const t = useT('board')
  const isPicking = useSelection(state => state.isPicking)
  return (
    <Button size="small" variant="plain" icon={SquareCheck} aria-pressed={isPicking} onClick={() => pick(!isPicking)}>
      {t('pick')}
    </Button>
  )
}
