import type { KeyboardEvent, MouseEvent } from 'react'
import { clearSelection, isPickingNow, selectAll, selectedNow, selectUpTo, toggleSelected } from './selection.ts'

const isPlain = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => !ctrlKey && !metaKey && !altKey

/** What a key on a card means for the selection; undefined when it means something else. In: the rows as they stand. */
export const selectionKey = (event: KeyboardEvent, id: string, rows: readonly string[]): (() => void) | undefined => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'a') return () => selectAll(rows)
  if (!isPlain(event)) return undefined
  if (event.key === ' ') return () => (event.shiftKey ? selectUpTo(rows, id) : toggleSelected(id))
  if (event.key === 'Escape' && (selectedNow().size > 0 || isPickingNow())) return clearSelection
  if (!event.shiftKey || !(event.key === 'ArrowDown' || event.key === 'ArrowUp')) return undefined
  const next = rows[rows.indexOf(id) + (event.key === 'ArrowDown' ? 1 : -1)] ?? id
  return () => {
    selectUpTo(rows, id)
    selectUpTo(rows, next)
  }
}

/** What a click on a card means for the selection: with Shift a range, with Strg or while picking this one. Out: whether it meant that. */
export const selectionClick = (
  event: MouseEvent | KeyboardEvent,
  id: string,
  rows: () => readonly string[],
): boolean => {
  if (event.shiftKey) selectUpTo(rows(), id)
  else if (event.ctrlKey || event.metaKey || (isPickingNow() && event.type === 'click')) toggleSelected(id)
  else return false
  return true
}

type List = Readonly<{ id: string; cards: readonly string[] }>

/** The cards something is done with, in the order in which they stand: with a selected card all selected ones. */
export const moversOf = (lists: readonly List[], card: string, selected: ReadonlySet<string>): readonly string[] =>
  selected.has(card) ? lists.flatMap(({ cards }) => cards.filter(id => selected.has(id))) : [card]

type Between = Readonly<{ before?: string | undefined; after?: string | undefined }>

/** The nearest neighbours of a drop that do not move along. */
export const spotOf = ({ cards }: List, { before, after }: Between, movers: ReadonlySet<string>) => {
  const stays = (id: string) => !movers.has(id)
  const [above, below] = [before === undefined ? -1 : cards.indexOf(before), after ? cards.indexOf(after) : -1]
  return {
    after: cards.slice(0, above + 1).findLast(stays),
    before: below < 0 ? undefined : cards.slice(below).find(stays),
  }
}
