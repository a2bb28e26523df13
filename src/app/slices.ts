import { backlogSlice } from '../features/backlog/index.ts'
import { binSlice } from '../features/bin/index.ts'
import { boardSlice } from '../features/board/index.ts'
import { cardSlice } from '../features/card/index.ts'
import { dataSlice } from '../features/data/index.ts'
import { helpSlice } from '../features/help/index.ts'
import { joinSlice } from '../features/join/index.ts'
import { impedimentsSlice } from '../features/impediments/index.ts'
import { filesSlice } from '../features/files/index.ts'
import { searchSlice } from '../features/search/index.ts'
import { settingsSlice } from '../features/settings/index.ts'
import { peopleSlice } from '../features/people/index.ts'
import { sprintSlice } from '../features/sprint/index.ts'
import { startSlice } from '../features/start/index.ts'
import { todaySlice } from '../features/today/index.ts'
import { lazyScreen } from '../parts/lazy-screen.ts'
import type { Slice } from '../parts/slice.ts'

/** Every feature of the app: one folder in `features`, one line here. The order is the order of the navigation. */
export const slices: readonly Slice[] = [
  todaySlice,
  searchSlice,
  boardSlice,
  backlogSlice,
  cardSlice,
  sprintSlice,
  impedimentsSlice,
  binSlice,
  peopleSlice,
  filesSlice,
  dataSlice,
  settingsSlice,
  helpSlice,
  startSlice,
  joinSlice,
  {
    name: 'papers',
    screens: [{ path: '/t/:team/print/:what/:a?/:b?', screen: lazyScreen(() => import('./papers.tsx')) }],
  },
]
