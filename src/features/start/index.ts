import { lazy } from 'react'
import type { Slice } from '../../parts/slice.ts'

export const startSlice: Slice = {
  name: 'start',
  screens: [
    { path: '/start', screen: lazy(() => import('./start-screen.tsx')) },
    { path: '/start/team', screen: lazy(() => import('./new-team-screen.tsx')) },
  ],
}
