import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { focusPlace } from '../focus.ts'
import type { Slot } from './drop.ts'

/** A list on the surface: knows its geometry and its cards. */
export type Pane = {
  readonly element: HTMLElement
  /** What scrolls when the pointer comes near its edge. */
  readonly scroller: HTMLElement | null
  /** The slot a card of this pane stands in now. */
  readonly home: (card: string) => Slot | undefined
  /** The slot for a card whose upper edge is at `top` (client px). */
  readonly slotAt: (top: number) => Slot | undefined
  /** The cards that can be seen by scrolling, from top to bottom. */
  readonly cards: () => readonly string[]
  /** The card nearest to `y` (client px). */
  readonly cardNear: (y: number) => string | undefined
}

export type Target = { readonly pane: string; readonly slot: Slot }

export type SurfaceState = {
  /** The card in the air, with the place its element keeps: dnd-kit measures it there. */
  readonly active: { readonly id: string; readonly height: number; readonly top: number } | undefined
  readonly target: Target | undefined
  /** The gap moves softly, except when it opens under the card just lifted. */
  readonly soft: boolean
  /** The pane the card was over before: its gap closes softly too. All others are left alone. */
  readonly former: string | undefined
  /** The card the arrow keys start from. */
  readonly focused: string | undefined
  /** A wish to focus a card, also one that is not drawn yet; `turn` tells repeated wishes apart. */
  readonly wish: { readonly id: string; readonly turn: number } | undefined
}

export type Surface = {
  readonly store: StoreApi<SurfaceState>
  readonly panes: Map<string, Pane>
  /** Of each line seen so far its height in px: a card keeps it from list to list. */
  readonly heights: Map<unknown, number>
  readonly focusCard: (id: string) => void
  /** Remembers that focus is on a card, or that it has left the cards on purpose. */
  readonly noteFocus: (id: string | undefined) => void
  /** Gives focus back to the card that was drawn anew elsewhere; to its neighbour when the card is gone. */
  readonly keepFocus: () => void
}

const nothing: SurfaceState = {
  active: undefined,
  target: undefined,
  soft: false,
  former: undefined,
  focused: undefined,
  wish: undefined,
}

export function createSurface(): Surface {
  const store = createStore<SurfaceState>(() => nothing)
  const panes = new Map<string, Pane>()
  let holds: { readonly pane: string; readonly index: number } | undefined
  const focusCard = (id: string) => {
    if (showFocus(panes, id)) return store.setState({ focused: id, wish: undefined })
    store.setState(({ wish }) => ({ focused: id, wish: { id, turn: (wish?.turn ?? 0) + 1 } }))
  }
  const noteFocus = (id: string | undefined) => {
    holds = id === undefined ? undefined : placeOf(panes, id)
    if (id !== undefined) store.setState({ focused: id })
  }
  const restore = () => {
    const { focused, wish, active } = store.getState()
    // The card in the air stands in no list until it has landed.
    if (!holds || wish || active || document.activeElement !== document.body || focused === undefined) return
    const cards = panes.get(holds.pane)?.cards() ?? []
    const heir = placeOf(panes, focused) ? focused : (cards[holds.index] ?? cards.at(-1))
    if (heir === undefined) focusPlace()
    else focusCard(heir)
  }
  return { store, panes, heights: new Map(), focusCard, noteFocus, keepFocus: () => queueMicrotask(restore) }
}

/** Focuses a card that is drawn. Nothing has to be drawn anew for it. */
function showFocus(panes: ReadonlyMap<string, Pane>, id: string): boolean {
  for (const { scroller } of panes.values()) {
    const card = scroller?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    if (!card) continue
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return document.activeElement === card
  }
  return false
}

function placeOf(panes: ReadonlyMap<string, Pane>, id: string) {
  for (const [pane, { cards }] of panes) {
    const index = cards().indexOf(id)
    if (index >= 0) return { pane, index }
  }
  return undefined
}

/** What a card is, for screen readers, in the language of the moment; and what a marked one is where its body does not say so. */
type Descriptions = { readonly description: string; readonly marked?: string | undefined }
export const DescriptionContext = createContext<Descriptions>({ description: '' })

export const SurfaceContext = createContext<Surface | undefined>(undefined)

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext)
  if (!surface) throw new Error('A list of cards needs a DragSurface around it')
  return surface
}

export function useSurfaceState<T>(select: (state: SurfaceState) => T): T {
  return useStore(useSurface().store, select)
}
