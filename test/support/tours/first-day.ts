import { follow, press, type Addresses, type Stop } from '../walk.ts'

const inTeam =
  (tail: string) =>
  ({ team }: Addresses): string =>
    `#/t/${team}/${tail}`

/** What a team sees that has only just begun: places with nothing in them, people, settings, help. */
export const firstDayTour: readonly Stop[] = [
  {
    name: 'start',
    route: () => '#/start',
    surfaces: [
      { name: 'languages', of: ['features/start/page-choices'], open: follow('main [aria-haspopup=menu]') },
      { name: 'themes', of: ['features/start/page-choices'], open: press('start.theme') },
    ],
  },
  { name: 'new team', route: () => '#/start/team' },
  { name: 'bringing along first', route: () => '#/import' },
  { name: 'today with nothing to do', route: () => '#/today' },
  { name: 'board before the first sprint', route: inTeam('board') },
  { name: 'empty backlog', route: inTeam('backlog') },
  { name: 'first sprint', route: inTeam('sprint/planning') },
  { name: 'no sprint running', route: inTeam('sprint/running') },
  { name: 'no sprint past', route: inTeam('sprint/past') },
  { name: 'no impediments', route: inTeam('impediments') },
  { name: 'empty bin', route: inTeam('bin') },
  {
    name: 'people',
    route: inTeam('people'),
    surfaces: [{ name: 'menu of a person', of: ['features/people/member-row'], open: press('people.menu') }],
  },
  {
    name: 'settings',
    route: () => '#/settings',
    surfaces: [
      {
        name: 'changing a key',
        of: ['features/settings/key-dialog'],
        open: press('settings.keys.changeNamed'),
      },
      {
        name: 'removing a workspace',
        of: ['features/settings/remove-dialog'],
        open: press('settings.workspaces.removeNamed'),
      },
    ],
  },
  { name: 'help', route: () => '#/help' },
  { name: 'help for IT', route: () => '#/help/it/itHeaders' },
  { name: 'help for the staff council', route: () => '#/help/council' },
  { name: 'accessibility statement', route: () => '#/help/statement' },
  { name: 'form of the statement', route: () => '#/help/statement', ready: press('help.statement.edit') },
  { name: 'unknown team', route: () => '#/t/unbekannt/board' },
  { name: 'unknown address', route: () => '#/nirgendwo' },
]
