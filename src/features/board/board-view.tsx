import { useCallback, useMemo, useRef, useState } from 'react'
import { itemByKey } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { matchAddress } from '../../parts/addresses.ts'
import { CardFace } from '../../parts/card-face.tsx'
import { NothingFound } from '../../parts/nothing-found.tsx'
import { takeFirstCard } from '../../parts/first-card.ts'
import { countOf } from '../../parts/item-filter.ts'
import { lazyPart } from '../../parts/lazy-part.ts'
import { holdSelected, useSelection } from '../../parts/selection.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useDeviceSetting } from '../../parts/device-settings.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { BoardSurface, type BoardColumnData, type ColumnCards } from '../../ui/board/board-surface.tsx'
import type { DragSurfaceHandle } from '../../ui/board/drag-surface.tsx'
import { AddColumn } from './add-column.tsx'
import { BoardHint } from './board-hint.tsx'
import { BoardSelection } from './board-selection.tsx'
import { ColumnHeader } from './column-header.tsx'
import { ColumnTabs } from './column-tabs.tsx'
import { QuickAdd } from './quick-add.tsx'
import { useCardHands } from './use-card-hands.ts'
import { useShownCount } from './use-board-columns.ts'
import styles from './board.module.css'

type BoardViewProps = {
  readonly columns: readonly BoardColumnData[]
  readonly cards: ColumnCards
  readonly isEmpty: boolean
}

const MoveDialog = lazyPart(async () => ({ default: (await import('../../parts/move-dialog.tsx')).MoveDialog }))

const renderCard = (id: string) => <CardFace id={id} />
const renderHeader = (id: string) => <ColumnHeader id={id} />

/** The columns side by side. Pointer, Alt+arrows and the menu all end in the same command. */
export function BoardView({ columns, cards, isEmpty }: BoardViewProps) {
  const t = useT('board')
  const team = useTeam()
  const { records } = useWorkspace()
  const { tail } = useAddress()
  const surface = useRef<DragSurfaceHandle>(null)
  const [moving, setMoving] = useState<readonly string[]>()
  const [adding, setAdding] = useState(() => (takeFirstCard(team.id) && isEmpty ? columns[0]?.id : undefined))
  const [density] = useDeviceSetting('density')
  const marked = useSelection(state => state.selected)
  const hands = useCardHands({ columns, cards, surface, onMoving: setMoving })
  const { titleOf, nameOf, move, onKeyMove, onOpen, onCardKey } = hands
  const texts = useMemo(
    () => ({
      description: t('draggable'),
      marked: t('chosenCard'),
      lifted: (card: string) => t('lifted', { title: titleOf(card) }),
      over: ({ to, position, count }: { to: string; position: number; count: number }) =>
        t('over', { column: nameOf(to), position, count }),
      cancelled: (card: string) => t('dragCancelled', { title: titleOf(card) }),
    }),
    [t, titleOf, nameOf],
  )
  const firstColumn = columns[0]?.id
  const renderFooter = useCallback(
    (id: string) => (
      <QuickAdd column={id} isOpen={adding === id} onToggle={isOpen => setAdding(isOpen ? id : undefined)} />
    ),
    [adding],
  )
  const current = useMemo(() => {
    const key = matchAddress('/c/:key', tail)?.['key']
    return key === undefined ? undefined : itemByKey(records, team.home, key)
  }, [tail, records, team.home])
  return (
    <>
      {isEmpty && firstColumn !== undefined && <BoardHint column={firstColumn} onAdd={() => setAdding(firstColumn)} />}
      {!isEmpty && <FilterHint columns={columns} cards={cards} />}
      <ColumnTabs columns={columns} cards={cards} />
      <div className={styles['board']}>
        <BoardSurface
          ref={surface}
          label={t('title')}
          {...{ columns, cards }}
          {...{ renderCard, renderHeader, renderFooter, texts, current, marked, onKeyMove, onOpen, onCardKey }}
          onDrop={move}
          onHold={holdSelected}
          gap={density === 'compact' ? 6 : 8}
          className={styles['surface']}
        />
        <AddColumn />
      </div>
      <BoardSelection {...{ columns, cards }} onMove={setMoving} />
      {moving !== undefined && <MoveDialog items={moving} onClose={() => setMoving(undefined)} />}
    </>
  )
}

type FilterHintProps = { readonly columns: readonly BoardColumnData[]; readonly cards: ColumnCards }

/** Says so when the filter leaves nothing; the columns stay in sight. */
function FilterHint({ columns, cards }: FilterHintProps) {
  const { filter } = useItemFilter('board')
  const isNothing = useShownCount(cards, columns) === 0
  return isNothing && countOf(filter) > 0 ? (
    <div className={styles['hint']}>
      <NothingFound place="board" />
    </div>
  ) : null
}
