import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { HardDrive } from '../../ui/icons.ts'

export const dataSlice: Slice = {
  name: 'data',
  screens: [{ path: '/data', screen: lazyScreen(() => import('./data-screen.tsx')) }],
  places: [{ label: 'data', icon: HardDrive, group: 'foot', path: () => '/data', phone: 'more' }],
}
