import { impedimentsByParty } from '../../domain/impediments/open-impediments.ts'
import { documentOfTeam } from '../../domain/people/team.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { lazyScreen } from '../../parts/lazy-screen.ts'
import type { Slice } from '../../parts/slice.ts'
import { OctagonAlert } from '../../ui/icons.ts'

const reporting = lazyScreen(() => import('./report-overlay.tsx'))

export const impedimentsSlice: Slice = {
  name: 'impediments',
  screens: [{ path: '/t/:team/impediments', screen: lazyScreen(() => import('./impediments-screen.tsx')) }],
  overlays: [
    { tail: '/new/impediment', overlay: reporting },
    { tail: '/block/:key', overlay: reporting },
    { tail: '/impediment/:id', overlay: lazyScreen(() => import('./impediment-panel.tsx')) },
  ],
  places: [
    {
      label: 'impediments',
      icon: OctagonAlert,
      group: 'team',
      path: team => teamAddress(team, 'impediments'),
      waiting: (view, team) =>
        impedimentsByParty(view, documentOfTeam(team)).find(({ party }) => party === 'team')?.impediments.length ?? 0,
      phone: 'bar',
      shortcut: 'g h',
    },
  ],
}
