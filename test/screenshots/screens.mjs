import { readFileSync } from 'node:fs'

const fixture = name => new URL(`../journeys/fixtures/${name}`, import.meta.url)
const inTeam =
  tail =>
  ({ team }) =>
    `#/t/${team}/${tail}`
const board = tail => inTeam(`board${tail}`)

/** The words of a text, in the language of the picture, as far as its first value: buttons are found by them. */
const press =
  (...names) =>
  async (page, { say }) => {
    for (const name of names) {
      const start = say(name).split('{')[0]
      const control = page.locator('button, [role=menuitem], [role=radio], label').filter({ visible: true })
      const named = control.and(
        page.getByRole('button', { name: start }).or(page.getByRole('menuitem', { name: start })),
      )
      await named
        .or(control.filter({ hasText: start }))
        .first()
        .click()
    }
  }
const menuOf = selector => async page => {
  await page.locator(`${selector} button[aria-haspopup=menu]`).filter({ visible: true }).first().click()
  await page.getByRole('menu').waitFor()
}
const columnMenu = menuOf('[data-column]')
const both =
  (...steps) =>
  async (page, sample) => {
    for (const step of steps) await step(page, sample)
  }
const follow = selector => page => page.locator(selector).filter({ visible: true }).first().click()
const giveFile = (name, type, content) => async page => {
  const buffer = content === undefined ? readFileSync(fixture(name)) : Buffer.from(content)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: type, buffer })
  await page.locator('#files-review').waitFor()
}
const table = (...rows) => ['Titel;Status;Punkte;Fällig', ...rows].join('\n')
const csv = table('Formular prüfen;Bereit;3;24.12.2026', 'Satzung lesen;In Arbeit;5;31.02.2026')
// What was brought before is recognised, so every visit brings a card of its own.
let brought = 0
const giveFreshTable = page =>
  giveFile('nachtrag.csv', 'text/csv', table(`Nachtrag ${++brought};Bereit;3;24.12.2026`))(page)
const takeOver = async (page, { say }) => {
  await page.getByRole('button', { name: say('files.takeOver') }).click()
  await page.locator('#files-review').waitFor({ state: 'detached' })
  await page.waitForTimeout(600)
}

/**
 * Every screen that is looked at. `route` gets what its world holds: `team` (Scrum), `kanban` and `card`, the key of a card.
 * `before` brings the screen into the state that is to be seen; `only` names the width where it exists.
 * `mended` says what was changed after somebody had looked at it.
 */
export const screens = [
  { name: 'start', world: 'nothing', route: () => '#/start', mended: 'Nothing had to be mended.' },
  { name: 'new-team', world: 'nothing', route: () => '#/start/team', mended: 'Nothing had to be mended.' },
  {
    name: 'bring-along',
    world: 'nothing',
    route: () => '#/import',
    mended: 'The heading carried the ring of a control; it takes the focus only so that reading begins there.',
  },
  {
    name: 'board',
    route: board(''),
    mended:
      'On a phone the switch to the list stands beside the title, so the first card begins a line higher; the name of a full column stays readable.',
  },
  {
    name: 'board-list',
    route: board(''),
    before: press('board.asList'),
    mended:
      'Titles broke after every syllable on a phone and keys and dates in the middle; titles keep room now, the rest does not break.',
  },
  { name: 'board-kanban', route: ({ kanban }) => `#/t/${kanban}/board`, mended: 'Nothing had to be mended.' },
  { name: 'board-empty', world: 'empty', route: board(''), mended: 'Nothing had to be mended.' },
  { name: 'board-1000', world: 'many', route: board(''), mended: 'Nothing had to be mended.' },
  { name: 'column-menu', route: board(''), before: columnMenu, mended: 'Nothing had to be mended.' },
  {
    name: 'column',
    route: board(''),
    before: both(columnMenu, press('board.editColumn')),
    mended: 'Nothing had to be mended.',
  },
  {
    name: 'column-delete',
    route: board(''),
    before: both(columnMenu, press('board.deleteColumn')),
    mended: 'Nothing had to be mended.',
  },
  {
    name: 'card-panel',
    route: ({ team, card }) => `#/t/${team}/board/c/${card}`,
    mended: 'Rows stand straight under a finger, and words edited in place keep a height that can be hit.',
  },
  { name: 'card-page', route: ({ team, card }) => `#/t/${team}/c/${card}`, mended: 'Nothing had to be mended.' },
  { name: 'card-new', route: board('/new/card'), mended: 'Nothing had to be mended.' },
  {
    name: 'card-move',
    route: ({ team, card }) => `#/t/${team}/board/move/${card}`,
    mended: 'Nothing had to be mended.',
  },
  {
    name: 'phone-new',
    only: 390,
    route: board(''),
    before: follow('nav button[aria-haspopup=dialog]'),
    mended: 'Nothing had to be mended.',
  },
  {
    name: 'phone-more',
    only: 390,
    route: board(''),
    before: press('shell.more'),
    mended: 'English says “Data & backup” here as on the page it opens.',
  },
  {
    name: 'backlog',
    route: inTeam('backlog'),
    mended:
      'The button stands beside the title on a phone; the dot of a label no longer lies over its word; sprints above keep their height.',
  },
  {
    name: 'backlog-epics',
    route: inTeam('backlog'),
    before: press('backlog.epics'),
    mended: 'On a phone epics have a sheet of their own instead of pressing the list down.',
  },
  {
    name: 'backlog-kanban',
    route: ({ kanban }) => `#/t/${kanban}/backlog`,
    mended: 'The button stands beside the title on a phone.',
  },
  { name: 'backlog-empty', world: 'empty', route: inTeam('backlog'), mended: 'Nothing had to be mended.' },
  {
    name: 'sprint-planning',
    route: inTeam('sprint/planning'),
    mended: 'Buttons of a row leave the title room on a phone.',
  },
  {
    name: 'sprint-planning-empty',
    world: 'empty',
    route: inTeam('sprint/planning'),
    mended: 'Nothing had to be mended.',
  },
  {
    name: 'sprint-running',
    route: inTeam('sprint/running'),
    mended: 'Titles no longer fade in one level per frame when the theme changes.',
  },
  {
    name: 'sprint-close',
    route: inTeam('sprint/running'),
    before: press('sprint.close.open'),
    mended: 'Nothing had to be mended.',
  },
  {
    name: 'sprint-past',
    route: inTeam('sprint/past'),
    mended:
      'Dates and figures stand on one line; the key shows patches for bars, no lines; names below the chart stand at equal distances.',
  },
  {
    name: 'sprint-past-one',
    route: inTeam('sprint/past'),
    before: follow('main table a'),
    mended: 'What came after the start is said in words; titles no longer fade in when the theme changes.',
  },
  { name: 'impediments', route: inTeam('impediments'), mended: 'Nothing had to be mended.' },
  {
    name: 'impediment',
    route: inTeam('impediments'),
    before: follow('[data-impediment] a'),
    mended: 'Values edited in place keep a height that a finger can hit.',
  },
  { name: 'impediment-new', route: board('/new/impediment'), mended: 'Nothing had to be mended.' },
  { name: 'impediments-empty', world: 'empty', route: inTeam('impediments'), mended: 'Nothing had to be mended.' },
  { name: 'people', route: inTeam('people'), mended: 'Nothing had to be mended.' },
  { name: 'bin', route: inTeam('bin'), mended: 'Nothing had to be mended.' },
  { name: 'bin-empty', world: 'empty', route: inTeam('bin'), mended: 'Nothing had to be mended.' },
  { name: 'import-choose', route: inTeam('import'), mended: 'Nothing had to be mended.' },
  {
    name: 'import-trello',
    route: inTeam('import'),
    before: giveFile('trello-board.json', 'application/json'),
    mended: 'The heading lost its ring, and only counts that are something are shown.',
  },
  {
    name: 'import-table',
    route: inTeam('import'),
    before: giveFile('vorgaenge.csv', 'text/csv', csv),
    mended: 'The heading lost its ring, and empty columns of the table are left out of the mapping.',
  },
  {
    name: 'import-done',
    world: 'many',
    route: inTeam('import'),
    before: both(giveFreshTable, takeOver),
    mended: 'Nothing had to be mended.',
  },
  { name: 'export', route: inTeam('export'), mended: 'Nothing had to be mended.' },
  {
    name: 'data',
    route: () => '#/data',
    mended: 'English called the place “Data & backups” and its page “Data & backup”; both say the latter.',
  },
  { name: 'settings', route: () => '#/settings', mended: 'Nothing had to be mended.' },
  { name: 'team-unknown', route: () => '#/t/unbekannt/board', mended: 'Nothing had to be mended.' },
]
