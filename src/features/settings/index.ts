import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { Settings } from '../../ui/icons.ts'

export const settingsSlice: Slice = {
  name: 'settings',
  screens: [{ path: '/settings', screen: lazyScreen(() => import('./settings-screen.tsx')) }],
  places: [{ label: 'settings', icon: Settings, group: 'foot', path: () => '/settings', phone: 'more' }],
}
