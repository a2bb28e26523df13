import { createStore, useStore } from 'zustand'

/** What a click with Strg, or Space, does to a selection. */
export const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/**
 * What Shift adds: everything from where the selection began to `id`. In: the rows in the order in which they stand. Only `id` where
 * one of both is not among them.
 */
export const upTo = (
  selected: ReadonlySet<string>,
  rows: readonly string[],
  anchor: string | undefined,
  id: string,
): ReadonlySet<string> => {
  const [from, to] = [rows.indexOf(anchor ?? id), rows.indexOf(id)]
  const range = from < 0 || to < 0 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return new Set([...selected, ...range])
}

/** What is selected at the place that is shown; one place is shown at a time. */
type Selection = Readonly<{
  selected: ReadonlySet<string>
  /** Where a range begins. */
  anchor: string | undefined
  /** A tap selects instead of opening: for fingers, which have neither Shift nor Strg. */
  isPicking: boolean
}>

const nobody: ReadonlySet<string> = new Set()
const store = createStore<Selection>(() => ({ selected: nobody, anchor: undefined, isPicking: false }))

export const useSelection = <Part>(select: (state: Selection) => Part): Part => useStore(store, select)
export const selectedNow = (): ReadonlySet<string> => store.getState().selected
export const isPickingNow = (): boolean => store.getState().isPicking

/** Ends picking, too: whoever is done with some cards opens the next one with a tap again. */
export const clearSelection = (): void => store.setState({ selected: nobody, anchor: undefined, isPicking: false })
export const pick = (isPicking: boolean): void => (isPicking ? store.setState({ isPicking }) : clearSelection())

/** Who takes the last one away is done picking. */
export const toggleSelected = (id: string): void =>
  store.setState(({ selected, isPicking }) => {
    const next = toggled(selected, id)
    return { selected: next, anchor: id, isPicking: isPicking && next.size > 0 }
  })

/** A finger has rested on it: this one first, and more with a tap each. */
export const holdSelected = (id: string): void => {
  pick(true)
  toggleSelected(id)
}

/** Selects everything from where the selection began to `id`. In: the rows in the order in which they stand. */
export const selectUpTo = (rows: readonly string[], id: string): void =>
  store.setState(({ selected, anchor }) => ({ selected: upTo(selected, rows, anchor, id), anchor: anchor ?? id }))

export const selectAll = (rows: readonly string[]): void => store.setState({ selected: new Set(rows) })
