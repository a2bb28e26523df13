import { todayAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { Sun } from '../../ui/icons.ts'

export const todaySlice: Slice = {
  name: 'today',
  screens: [{ path: '/today/:team?', screen: lazyScreen(() => import('./today-screen.tsx')) }],
  places: [{ label: 'today', icon: Sun, group: 'me', path: () => todayAddress(), phone: 'bar', shortcut: 'g d' }],
}
