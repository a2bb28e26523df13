import { teamAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { Repeat } from '../../ui/icons.ts'

export const sprintSlice: Slice = {
  name: 'sprint',
  screens: [
    { path: '/t/:team/sprint/past/:sprint', screen: lazyScreen(() => import('./past-sprint-screen.tsx')) },
    { path: '/t/:team/sprint/:tab?', screen: lazyScreen(() => import('./sprint-screen.tsx')) },
  ],
  overlays: [{ tail: '/close/:sprint', overlay: lazyScreen(() => import('./close-sprint-dialog.tsx')) }],
  places: [
    {
      label: 'sprint',
      icon: Repeat,
      group: 'team',
      path: team => teamAddress(team, 'sprint'),
      fits: team => team.method === 'scrum',
      phone: 'board',
      shortcut: 'g s',
    },
  ],
}
