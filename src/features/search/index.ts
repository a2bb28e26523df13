import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { Search } from '../../ui/icons.ts'

/** Finding anything on this device. */
export const searchSlice: Slice = {
  name: 'search',
  screens: [{ path: '/search', screen: lazyScreen(() => import('./search-screen.tsx')) }],
  places: [{ label: 'search', icon: Search, group: 'me', path: () => '/search', phone: 'more', shortcut: '/' }],
}
