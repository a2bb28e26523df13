import { lazy } from 'react'
import { teamAddress } from '../../parts/addresses.ts'
import type { Slice } from '../../parts/slice.ts'
import { SquareKanban } from '../../ui/icons.ts'

export const boardSlice: Slice = {
  name: 'board',
  screens: [{ path: '/t/:team/board', screen: lazy(() => import('./board-screen.tsx')) }],
  places: [
    {
      label: 'board',
      icon: SquareKanban,
      group: 'team',
      path: team => teamAddress(team, 'board'),
      phone: 'bar',
      shortcut: 'b',
    },
  ],
}
