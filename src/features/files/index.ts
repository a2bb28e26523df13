import { lazy } from 'react'
import { teamAddress } from '../../parts/addresses.ts'
import type { Slice } from '../../parts/slice.ts'
import { ArrowRightLeft } from '../../ui/icons.ts'

export const filesSlice: Slice = {
  name: 'files',
  screens: [
    { path: '/import', screen: lazy(() => import('./import-screen.tsx')) },
    { path: '/t/:team/import', screen: lazy(() => import('./team-import-screen.tsx')) },
    { path: '/t/:team/export', screen: lazy(() => import('./export-screen.tsx')) },
  ],
  places: [
    {
      label: 'files',
      icon: ArrowRightLeft,
      group: 'foot',
      path: team => teamAddress(team, 'import'),
      phone: 'more',
    },
  ],
}
