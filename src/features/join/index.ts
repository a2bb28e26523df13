import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'

export const joinSlice: Slice = {
  name: 'join',
  screens: [
    { path: '/join/:code?', screen: lazyScreen(() => import('./join-screen.tsx')) },
    { path: '/recover', screen: lazyScreen(() => import('./recover-screen.tsx'), 'recovery') },
  ],
}
