import { follow, inTurn, press, type Addresses, type Step, type Stop } from '../walk.ts'

const sprint =
  (tab: string) =>
  ({ team }: Addresses): string =>
    `#/t/${team}/sprint/${tab}`

/** Ctrl and a click choose a row, as in any list of files. */
const chooseRow: Step = page =>
  page
    .locator('main [data-card]')
    .first()
    .click({ modifiers: ['Control'] })

/** What shall come, what is planned, what runs, what was. */
export const planningTour: readonly Stop[] = [
  {
    name: 'backlog',
    route: ({ team }) => `#/t/${team}/backlog`,
    surfaces: [
      { name: 'a word explained', of: ['parts/term-explanation'], open: follow('main [data-term=backlog]') },
      { name: 'row menu', of: ['features/backlog/row-menu'], open: press('backlog.rowMenu') },
      { name: 'lines to paste', of: ['parts/paste-lines-dialog'], open: press('backlog.pasteLines') },
    ],
  },
  {
    name: 'epics beside the backlog',
    route: ({ team }) => `#/t/${team}/backlog`,
    ready: press('backlog.epics'),
    surfaces: [{ name: 'menu of an epic', of: ['features/backlog/epic-line'], open: press('backlog.epicMenu') }],
  },
  {
    name: 'backlog with a selection',
    route: ({ team }) => `#/t/${team}/backlog`,
    ready: inTurn(press('backlog.hideEpics'), chooseRow),
    surfaces: [
      { name: 'sprints', of: ['parts/selection-choices'], open: press('selection.intoSprint') },
      { name: 'labels', of: ['parts/selection-choices'], open: press('work.labels') },
    ],
  },
  { name: 'options of a Kanban team', route: ({ kanban }) => `#/t/${kanban}/backlog` },
  {
    name: 'sprint planning',
    route: sprint('planning'),
    surfaces: [
      { name: 'menu', of: ['features/sprint/planning-head'], open: press('sprint.planMenu') },
      { name: 'days', of: ['features/sprint/sprint-days'], open: follow('[data-days]') },
      {
        name: 'capacity',
        of: ['features/sprint/capacity-dialog'],
        open: follow('main [data-capacity]'),
      },
      {
        name: 'check list',
        of: ['features/sprint/planning-foot'],
        only: 'phone',
        open: follow('main footer [aria-haspopup=menu]'),
      },
    ],
  },
  {
    name: 'sprint planning with a selection',
    route: sprint('planning'),
    ready: chooseRow,
    surfaces: [{ name: 'days', of: ['parts/selection-choices'], open: press('work.due') }],
  },
  {
    name: 'sprint running',
    route: sprint('running'),
    surfaces: [
      { name: 'menu', of: ['features/sprint/running-menu'], open: press('sprint.menu') },
      {
        name: 'breaking it off',
        of: ['features/sprint/cancel-sprint-dialog'],
        open: press('sprint.menu', 'sprint.cancel.open'),
      },
      { name: 'closing it', of: ['features/sprint/close-sprint-dialog'], open: press('sprint.close.open') },
      { name: 'menu of a card', of: ['features/sprint/sprint-item'], open: press('sprint.cardMenu') },
      { name: 'cards to take in', of: ['features/sprint/add-to-running'], open: press('sprint.addCard') },
    ],
  },
  { name: 'sprints past', route: sprint('past') },
  { name: 'one past sprint', route: sprint('past'), ready: follow('main table a') },
]
