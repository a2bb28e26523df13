import { teamAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { Users } from '../../ui/icons.ts'

export const peopleSlice: Slice = {
  name: 'people',
  screens: [
    { path: '/t/:team/people', screen: lazyScreen(() => import('./people-screen.tsx')) },
    { path: '/successor', screen: lazyScreen(() => import('./successor-screen.tsx'), 'recovery') },
  ],
  places: [
    {
      label: 'people',
      icon: Users,
      group: 'foot',
      path: team => teamAddress(team, 'people'),
      phone: 'more',
      shortcut: 'g t',
    },
  ],
}
