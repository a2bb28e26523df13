import { readFileSync } from 'node:fs'
import { follow, inTurn, press, type Addresses, type Step, type Stop } from '../walk.ts'

const inTeam =
  (tail: string) =>
  ({ team }: Addresses): string =>
    `#/t/${team}/${tail}`

const giveFile =
  (name: string, mimeType: string, buffer: Buffer): Step =>
  async page => {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
    await page.locator('#files-review').waitFor()
  }
const trelloFile = readFileSync(new URL('../../journeys/fixtures/trello-board.json', import.meta.url))
const table = 'Titel;Status;Punkte;Fällig\nFormular prüfen;Bereit;3;24.12.2026\nSatzung lesen;In Arbeit;5;31.02.2026'

const others = Array.from({ length: 14 }, (_, index) => `Custom field (Feld ${index})`)
const issues = [
  ['Summary', 'Issue key', 'Issue Type', 'Status', 'Comment', 'Comment', ...others],
  ['Akte einsehen', 'BAU-1', 'Story', 'Offen', '01/Mar/26 8:00;ben;Eins', '02/Mar/26 8:00;ben;Zwei', ...others],
]
const jiraFile = Buffer.from(issues.map(cells => cells.join(',')).join('\n'))

/** What a team sees that has only just begun: places with nothing in them, people, files, copies, settings. */
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
  { name: 'Trello file', route: inTeam('import'), ready: giveFile('board.json', 'application/json', trelloFile) },
  {
    name: 'table',
    route: inTeam('import'),
    ready: giveFile('vorgaenge.csv', 'text/csv', Buffer.from(table)),
  },
  {
    name: 'Jira file',
    route: inTeam('import'),
    ready: inTurn(giveFile('jira.csv', 'text/csv', jiraFile), follow('#main summary')),
  },
  { name: 'giving out', route: inTeam('export') },
  {
    name: 'data',
    route: () => '#/data',
    ready: press('copies.snapshots.take'),
    surfaces: [
      { name: 'snapshot', of: ['features/data/restore-dialog'], open: press('copies.snapshots.restoreNamed') },
    ],
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
  { name: 'unknown team', route: () => '#/t/unbekannt/board' },
  { name: 'unknown address', route: () => '#/nirgendwo' },
]
