import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'

export const startSlice: Slice = {
  name: 'start',
  screens: [
    { path: '/start', screen: lazyScreen(() => import('./start-screen.tsx')) },
    { path: '/start/lost', screen: lazyScreen(() => import('./lost-screen.tsx')) },
    { path: '/start/team', screen: lazyScreen(() => import('./new-team-screen.tsx')) },
  ],
}
