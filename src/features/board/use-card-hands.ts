import { useCallback, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { column as columnRecord } from '../../domain/kanban/column.ts'
import { deleteItems } from '../../domain/work/bin.ts'
import { item } from '../../domain/work/item.ts'
import { moveItem, moveItems } from '../../domain/work/move-item.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail } from '../../parts/addresses.ts'
import { moversOf, selectionClick, selectionKey, spotOf } from '../../parts/selection-hands.ts'
import { clearSelection, selectedNow } from '../../parts/selection.ts'
import { isKeyOf } from '../../parts/shortcuts.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import type { BoardColumnData, ColumnCards } from '../../ui/board/board-surface.tsx'
import type { DragSurfaceHandle } from '../../ui/board/drag-surface.tsx'
import type { Drop } from '../../ui/board/drop.ts'
import { keyDrop, type Direction } from '../../ui/board/key-drop.ts'

type Board = {
  readonly columns: readonly BoardColumnData[]
  readonly cards: ColumnCards
  readonly surface: RefObject<DragSurfaceHandle | null>
  /** Asks where some cards shall go. */
  readonly onMoving: (items: readonly string[]) => void
}

/** What mouse, finger and keys do with the cards of a board. A selected card takes all selected ones along. */
export const useCardHands = ({ columns, cards, surface, onMoving }: Board) => {
  const t = useT('board')
  const words = useT('work')
  const { records } = useWorkspace()
  const { openOverlay } = useAddress()
  const run = useCommand()
  const titleOf = useCallback((id: string) => records.get(item, id)?.title ?? '', [records])
  const nameOf = useCallback((id: string) => records.get(columnRecord, id)?.name ?? '', [records])
  const lists = useCallback(() => columns.map(({ id }) => ({ id, cards: cards.get(id) })), [columns, cards])
  const rows = useCallback(() => lists().flatMap(list => list.cards), [lists])

  const move = useCallback(
    async (drop: Drop) => {
      const { card, to } = drop
      const items = moversOf(lists(), card, selectedNow())
      const spot = spotOf({ id: to, cards: cards.get(to) }, drop, new Set(items))
      const result =
        items.length > 1
          ? await run(moveItems, { items, place: to, spot })
          : await run(moveItem, { item: card, place: to, spot })
      if (!result.ok || result.value.changes.length === 0) return
      if (items.length > 1) return announce(words('move.movedMany', { count: items.length, place: nameOf(to) }))
      const others = cards.get(to).filter(id => id !== card)
      const position = spot.after === undefined ? 1 : others.indexOf(spot.after) + 2
      announce(t('moved', { title: titleOf(card), column: nameOf(to), position, count: others.length + 1 }))
    },
    [run, lists, cards, t, words, titleOf, nameOf],
  )
  const onKeyMove = useCallback(
    (id: string, direction: Direction) => {
      const drop = keyDrop(lists(), id, direction)
      if (drop) void move(drop).then(() => surface.current?.focusCard(id))
      else announce(t('noFurther'))
    },
    [lists, move, surface, t],
  )
  const onOpen = useCallback(
    (id: string, event: MouseEvent | KeyboardEvent) => {
      if (selectionClick(event, id, rows)) return
      const key = shownKeyOf(records, id)
      if (key) openOverlay(cardTail(key))
    },
    [records, openOverlay, rows],
  )
  const onCardKey = useCallback(
    (id: string, event: KeyboardEvent<HTMLElement>) => {
      const act = selectionKey(event, id, rows())
      const items = moversOf(lists(), id, selectedNow())
      if (act) act()
      else if (event.ctrlKey || event.metaKey || event.altKey) return
      else if (isKeyOf(event, 'card.move')) onMoving(items)
      else if (event.key === 'Delete') {
        clearSelection()
        void run(deleteItems, { items }, { done: t('deleted', { count: items.length, title: titleOf(id) }) })
      } else return
      event.preventDefault()
    },
    [run, rows, lists, onMoving, t, titleOf],
  )
  return { titleOf, nameOf, move, onKeyMove, onOpen, onCardKey }
}
