import { press, type Addresses, type Stop } from '../walk.ts'

const inTeam =
  (tail: string) =>
  ({ team }: Addresses): string =>
    `#/t/${team}/print/${tail}`

/** What can be printed, as it is shown before. */
export const paperTour: readonly Stop[] = [
  { name: 'board on paper', route: inTeam('board'), ready: press('paper.asTable') },
  { name: 'cards to cut out', route: inTeam('board'), ready: press('paper.asCards') },
  { name: 'impediments on paper', route: inTeam('impediments') },
  { name: 'card on paper', route: ({ team, card }) => `#/t/${team}/print/card/${card}` },
  { name: 'sprint on paper', route: inTeam('sprint/running'), ready: press('paper.asTable') },
  { name: 'backlog on paper', route: inTeam('backlog') },
  { name: 'planned sprint on paper', route: inTeam('sprint/planning') },
]
