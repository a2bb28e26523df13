import { useStore } from 'zustand'
import { layers } from './layer.ts'

/** The topmost open modal surface, or the body: everything outside it is inert and silent. */
export function useTopLayer(): HTMLElement {
  return useStore(layers, state => state.open.at(-1)) ?? document.body
}
