import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { column as columnRecord } from '../../domain/kanban/column.ts'
import { item } from '../../domain/work/item.ts'
import { moveItem } from '../../domain/work/move-item.ts'
import { itemByKey, shownKeyOf } from '../../domain/work/shown-key.ts'
import { deleteItems } from '../../domain/work/bin.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail, matchAddress } from '../../parts/addresses.ts'
import { CardFace } from '../../parts/card-face.tsx'
import { NothingFound } from '../../parts/nothing-found.tsx'
import { takeFirstCard } from '../../parts/first-card.ts'
import { countOf } from '../../parts/item-filter.ts'
import { lazyPart } from '../../parts/lazy-part.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useDeviceSetting } from '../../parts/device-settings.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { BoardSurface, type BoardColumnData, type ColumnCards } from '../../ui/board/board-surface.tsx'
import type { DragSurfaceHandle } from '../../ui/board/drag-surface.tsx'
import type { Drop } from '../../ui/board/drop.ts'
import { keyDrop, type Direction } from '../../ui/board/key-drop.ts'
import { AddColumn } from './add-column.tsx'
import { BoardHint } from './board-hint.tsx'
import { ColumnHeader } from './column-header.tsx'
import { ColumnTabs } from './column-tabs.tsx'
import { QuickAdd } from './quick-add.tsx'
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
  const { tail, openOverlay } = useAddress()
  const run = useCommand()
  const surface = useRef<DragSurfaceHandle>(null)
  const [moving, setMoving] = useState<string>()
  const [adding, setAdding] = useState(() => (takeFirstCard(team.id) && isEmpty ? columns[0]?.id : undefined))
  const [density] = useDeviceSetting('density')
  const titleOf = useCallback((id: string) => records.get(item, id)?.title ?? '', [records])
  const nameOf = useCallback((id: string) => records.get(columnRecord, id)?.name ?? '', [records])

  const move = useCallback(
    async ({ card, to, before, after }: Drop) => {
      const result = await run(moveItem, { item: card, place: to, spot: { after: before, before: after } })
      if (!result.ok || result.value.changes.length === 0) return
      const others = cards.get(to).filter(id => id !== card)
      const position = before === undefined ? 1 : others.indexOf(before) + 2
      announce(t('moved', { title: titleOf(card), column: nameOf(to), position, count: others.length + 1 }))
    },
    [run, cards, t, titleOf, nameOf],
  )
  const onKeyMove = useCallback(
    (id: string, direction: Direction) => {
      const zones = columns.map(column => ({ id: column.id, cards: cards.get(column.id) }))
      const drop = keyDrop(zones, id, direction)
      if (drop) void move(drop).then(() => surface.current?.focusCard(id))
      else announce(t('noFurther'))
    },
    [columns, cards, move, t],
  )
  const onOpen = useCallback(
    (id: string) => {
      const key = shownKeyOf(records, id)
      if (key) openOverlay(cardTail(key))
    },
    [records, openOverlay],
  )
  const onCardKey = useCallback(
    (id: string, event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'm' || event.key === 'M') setMoving(id)
      else if (event.key === 'Delete')
        void run(deleteItems, { items: [id] }, { done: t('deleted', { title: titleOf(id) }) })
      else return
      event.preventDefault()
    },
    [run, t, titleOf],
  )
  const texts = useMemo(
    () => ({
      description: t('draggable'),
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
          {...{ renderCard, renderHeader, renderFooter, texts, current, onKeyMove, onOpen, onCardKey }}
          onDrop={move}
          gap={density === 'compact' ? 6 : 8}
          className={styles['surface']}
        />
        <AddColumn />
      </div>
      {moving !== undefined && <MoveDialog items={[moving]} onClose={() => setMoving(undefined)} />}
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
