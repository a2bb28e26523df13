import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'

/** One card in full, beside its place or on a page of its own; making a card; moving one without dragging. */
export const cardSlice: Slice = {
  name: 'card',
  screens: [],
  overlays: [
    { tail: '/c/:key', overlay: lazyScreen(() => import('./card-overlay.tsx')) },
    { tail: '/new/card', overlay: lazyScreen(() => import('./new-card-overlay.tsx')) },
    { tail: '/move/:key', overlay: lazyScreen(() => import('./move-overlay.tsx')) },
  ],
}
