import { teamAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { ListOrdered } from '../../ui/icons.ts'

export const backlogSlice: Slice = {
  name: 'backlog',
  screens: [{ path: '/t/:team/backlog', screen: lazyScreen(() => import('./backlog-screen.tsx')) }],
  places: [
    {
      label: 'backlog',
      labelFor: team => (team.method === 'kanban' ? 'options' : 'backlog'),
      icon: ListOrdered,
      group: 'team',
      path: team => teamAddress(team, 'backlog'),
      phone: 'board',
      shortcut: 'g l',
    },
  ],
}
