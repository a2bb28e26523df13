import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { CircleQuestionMark } from '../../ui/icons.ts'

export const helpSlice: Slice = {
  name: 'help',
  screens: [{ path: '/help/:page?/:section?', screen: lazyScreen(() => import('./help-screen.tsx'), 'help') }],
  places: [{ label: 'help', icon: CircleQuestionMark, group: 'foot', path: () => '/help', phone: 'more' }],
}
