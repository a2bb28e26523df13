import { teamAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { Trash2 } from '../../ui/icons.ts'

/** What a team has deleted in the last 30 days. */
export const binSlice: Slice = {
  name: 'bin',
  screens: [{ path: '/t/:team/bin', screen: lazyScreen(() => import('./bin-screen.tsx')) }],
  places: [{ label: 'bin', icon: Trash2, group: 'team', path: team => teamAddress(team, 'bin'), phone: 'more' }],
}
