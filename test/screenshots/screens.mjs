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
  { name: 'start', world: 'nothing', route: () => '#/start', mended: '' },
  { name: 'new-team', world: 'nothing', route: () => '#/start/team', mended: '' },
  { name: 'bring-along', world: 'nothing', route: () => '#/import', mended: '' },
  { name: 'board', route: board(''), mended: '' },
  { name: 'board-list', route: board(''), before: press('board.asList'), mended: '' },
  { name: 'board-kanban', route: ({ kanban }) => `#/t/${kanban}/board`, mended: '' },
  { name: 'board-empty', world: 'empty', route: board(''), mended: '' },
  { name: 'board-1000', world: 'many', route: board(''), mended: '' },
  { name: 'column-menu', route: board(''), before: columnMenu, mended: '' },
  { name: 'column', route: board(''), before: both(columnMenu, press('board.editColumn')), mended: '' },
  { name: 'column-delete', route: board(''), before: both(columnMenu, press('board.deleteColumn')), mended: '' },
  { name: 'card-panel', route: ({ team, card }) => `#/t/${team}/board/c/${card}`, mended: '' },
  { name: 'card-page', route: ({ team, card }) => `#/t/${team}/c/${card}`, mended: '' },
  { name: 'card-new', route: board('/new/card'), mended: '' },
  { name: 'card-move', route: ({ team, card }) => `#/t/${team}/board/move/${card}`, mended: '' },
  { name: 'phone-new', only: 390, route: board(''), before: follow('nav button[aria-haspopup=dialog]'), mended: '' },
  { name: 'phone-more', only: 390, route: board(''), before: press('shell.more'), mended: '' },
  { name: 'backlog', route: inTeam('backlog'), mended: '' },
  { name: 'backlog-epics', route: inTeam('backlog'), before: press('backlog.epics'), mended: '' },
  { name: 'backlog-kanban', route: ({ kanban }) => `#/t/${kanban}/backlog`, mended: '' },
  { name: 'backlog-empty', world: 'empty', route: inTeam('backlog'), mended: '' },
  { name: 'sprint-planning', route: inTeam('sprint/planning'), mended: '' },
  { name: 'sprint-planning-empty', world: 'empty', route: inTeam('sprint/planning'), mended: '' },
  { name: 'sprint-running', route: inTeam('sprint/running'), mended: '' },
  { name: 'sprint-close', route: inTeam('sprint/running'), before: press('sprint.close.open'), mended: '' },
  { name: 'sprint-past', route: inTeam('sprint/past'), mended: '' },
  { name: 'sprint-past-one', route: inTeam('sprint/past'), before: follow('main table a'), mended: '' },
  { name: 'impediments', route: inTeam('impediments'), mended: '' },
  { name: 'impediment', route: inTeam('impediments'), before: follow('[data-impediment] a'), mended: '' },
  { name: 'impediment-new', route: board('/new/impediment'), mended: '' },
  { name: 'impediments-empty', world: 'empty', route: inTeam('impediments'), mended: '' },
  { name: 'people', route: inTeam('people'), mended: '' },
  { name: 'bin', route: inTeam('bin'), mended: '' },
  { name: 'bin-empty', world: 'empty', route: inTeam('bin'), mended: '' },
  { name: 'import-choose', route: inTeam('import'), mended: '' },
  {
    name: 'import-trello',
    route: inTeam('import'),
    before: giveFile('trello-board.json', 'application/json'),
    mended: '',
  },
  { name: 'import-table', route: inTeam('import'), before: giveFile('vorgaenge.csv', 'text/csv', csv), mended: '' },
  {
    name: 'import-done',
    world: 'many',
    route: inTeam('import'),
    before: both(giveFreshTable, takeOver),
    mended: '',
  },
  { name: 'export', route: inTeam('export'), mended: '' },
  { name: 'data', route: () => '#/data', mended: '' },
  { name: 'settings', route: () => '#/settings', mended: '' },
  { name: 'team-unknown', route: () => '#/t/unbekannt/board', mended: '' },
]
