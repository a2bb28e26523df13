import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'

/** One card in full, beside its place or on a page of its own; making a card; moving one without dragging. */
export const cardSlice: Slice = {
  name: 'card',
  screens: [],
  keys: { 'card.new': 'c' },
  localKeys: {
    'card.next': 'j',
    'card.previous': 'k',
    'card.move': 'm',
    'card.report': 'b',
    'card.sprint': 's',
    'card.people': 'a',
    'card.estimate': 'z',
    'card.due': 'd',
    'card.priority': 'p',
    'card.labels': 'l',
    'card.parent': 'u',
    'card.kind': 't',
  },
  overlays: [
    { tail: '/c/:key', overlay: lazyScreen(() => import('./card-overlay.tsx')) },
    { tail: '/new/card', overlay: lazyScreen(() => import('./new-card-overlay.tsx')) },
    { tail: '/new/shared', overlay: lazyScreen(() => import('./shared-overlay.tsx')) },
    { tail: '/move/:key', overlay: lazyScreen(() => import('./move-overlay.tsx')) },
  ],
}
