import { lazy } from 'react'
import { impedimentsByParty } from '../../domain/impediments/open-impediments.ts'
import { documentOfTeam } from '../../domain/people/team.ts'
import { teamAddress } from '../../parts/addresses.ts'
import type { Slice } from '../../parts/slice.ts'
import { OctagonAlert } from '../../ui/icons.ts'

const reporting = lazy(() => import('./report-overlay.tsx'))

export const impedimentsSlice: Slice = {
  name: 'impediments',
  screens: [{ path: '/t/:team/impediments', screen: lazy(() => import('./impediments-screen.tsx')) }],
  overlays: [
    { tail: '/new/impediment', overlay: reporting },
    { tail: '/block/:key', overlay: reporting },
    { tail: '/impediment/:id', overlay: lazy(() => import('./impediment-panel.tsx')) },
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
      shortcut: 'h',
    },
  ],
}
