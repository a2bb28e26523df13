import { teamAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { SquareKanban } from '../../ui/icons.ts'

export const boardSlice: Slice = {
  name: 'board',
  screens: [{ path: '/t/:team/board', screen: lazyScreen(() => import('./board-screen.tsx'), 'first') }],
  localKeys: { find: 'f' },
  places: [
    {
      label: 'board',
      icon: SquareKanban,
      group: 'team',
      path: team => teamAddress(team, 'board'),
      phone: 'bar',
      shortcut: 'g b',
    },
  ],
}
