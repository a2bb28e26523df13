import { createContext, useContext } from 'react'
import { createStore } from 'zustand/vanilla'

/** The modal surface a piece of screen lives in; floating parts must open inside it, all else is inert. */
export const LayerContext = createContext<HTMLElement | null>(null)

/** Where menus and popovers of this place belong: the enclosing modal surface, or the body when there is none. */
export function useLayer(): HTMLElement | null {
  return useContext(LayerContext)
}

type Layers = { readonly open: readonly HTMLElement[] }

/** Open modal surfaces, topmost last. Toasts and announcements move into the topmost, or nobody could reach them. */
export const layers = createStore<Layers>(() => ({ open: [] }))

/** Registers a modal surface until the returned function is called. What was opened from inside it stays above it. */
export function pushLayer(element: HTMLElement): () => void {
  layers.setState(({ open }) => {
    const [inner, others] = [open.filter(one => element.contains(one)), open.filter(one => !element.contains(one))]
    return { open: [...others, element, ...inner] }
  })
  return () => layers.setState(state => ({ open: state.open.filter(other => other !== element) }))
}
