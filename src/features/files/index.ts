import { teamAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { ArrowRightLeft } from '../../ui/icons.ts'

export const filesSlice: Slice = {
  name: 'files',
  screens: [
    { path: '/import', screen: lazyScreen(() => import('./import-screen.tsx')) },
    { path: '/import/backup', screen: lazyScreen(() => import('./backup-screen.tsx')) },
    { path: '/t/:team/import', screen: lazyScreen(() => import('./team-import-screen.tsx')) },
    { path: '/t/:team/export', screen: lazyScreen(() => import('./export-screen.tsx')) },
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
