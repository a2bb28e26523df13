import { at, change, follow, inTurn, press, type Addresses, type Step, type Stop } from '../walk.ts'

/** Said in full: the shape and the filter of a place stay while somebody looks elsewhere. */
const board = ({ team }: Addresses): string => `#/t/${team}/board?as=board`

/** The menu of the first column. */
const columnMenu = press('board.columnMenu')
const cardMove: Step = async page => {
  await page.locator('[data-column] [data-card]').first().focus()
  await page.keyboard.press('m')
}

/** As another app would; the dialog has it in hand, so that nothing waits for the next stop. */
const share: Step = async (page, say) => {
  await page.evaluate(async () => {
    const form = new FormData()
    form.set('title', 'Baulastenverzeichnis online')
    form.set('text', 'Die Kollegin vom Amt 61 fragt, ob die Auskunft bis Mai ohne Papier geht.')
    form.set('url', 'https://example.org/baulasten')
    form.append('files', new File(['Lageplan'], 'Lageplan Flur 7.txt', { type: 'text/plain' }))
    const tray = await caches.open('lotse-tray')
    await tray.put(new URL('tray/1', document.baseURI).href, new Response(form))
  })
  await at('/new/shared')(page, say)
  await page.locator('#shared').waitFor()
  await page.evaluate(() => caches.delete('lotse-tray'))
}

/** Under a name of its own each time: a second look keeps a second view. */
let kept = 0
const keepView: Step = async (page, say) => {
  await press('filter.views', 'views.save')(page, say)
  await page.getByRole('textbox', { name: say('views.name') }).fill(`Meine Karten ${++kept}`)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The board and what opens over it. */
export const boardTour: readonly Stop[] = [
  {
    name: 'board',
    route: board,
    surfaces: [
      {
        name: 'teams',
        of: ['app/team-switcher'],
        only: 'wide',
        open: follow('nav > div > button[aria-haspopup=menu]'),
      },
      {
        name: 'what can be made',
        of: ['app/new-menu'],
        only: 'wide',
        open: follow('nav li button[aria-haspopup=menu]'),
      },
      { name: 'new', of: ['app/bottom-sheets'], only: 'phone', open: press('shell.new') },
      { name: 'more', of: ['app/bottom-sheets'], only: 'phone', open: press('shell.more') },
      { name: 'menu', of: ['parts/place-menu'], open: press('shell.placeMenu') },
      { name: 'new card', of: ['features/card/new-card-overlay'], open: at('/new/card') },
      { name: 'nothing shared', of: ['features/card/shared-overlay'], open: at('/new/shared') },
      { name: 'something shared', of: ['features/card/shared-dialog'], open: share },
      { name: 'new impediment', of: ['parts/report-impediment-dialog'], open: at('/new/impediment') },
      { name: 'persons of the filter', of: ['parts/filter-bar'], open: press('filter.person') },
      { name: 'views', of: ['parts/saved-views/views-menu'], open: press('filter.views') },
      { name: 'policy', of: ['features/board/column-header'], open: press('board.policyOf') },
      { name: 'column menu', of: ['features/board/column-menu'], open: columnMenu },
      {
        name: 'column',
        of: ['features/board/column-dialog'],
        open: inTurn(columnMenu, press('board.editColumn')),
      },
      { name: 'new column', of: ['features/board/column-dialog'], open: press('board.addColumn') },
      {
        name: 'column to delete',
        of: ['features/board/delete-column-dialog'],
        open: inTurn(columnMenu, press('board.deleteColumn')),
      },
      {
        name: 'lines to paste',
        of: ['parts/paste-lines-dialog'],
        open: inTurn(columnMenu, press('board.pasteList')),
      },
      { name: 'what a merge left', of: ['parts/merge-review/merge-dialog'], open: press('work.merging.title') },
      { name: 'move a card', of: ['parts/move-dialog'], open: cardMove },
    ],
  },
  {
    name: 'board with a selection',
    route: board,
    ready: async (page, say) => {
      await page
        .locator('[data-column] [data-card]')
        .first()
        .click({ modifiers: ['Control'] })
      await page.getByRole('group', { name: say('selection.title') }).waitFor()
    },
    surfaces: [{ name: 'priorities', of: ['parts/selection-choices'], open: press('work.priority') }],
  },
  {
    name: 'board by a view',
    route: ({ team }) => `#/t/${team}/board?mine=1`,
    surfaces: [
      { name: 'to keep', of: ['parts/saved-views/save-view-dialog'], open: press('filter.views', 'views.save') },
      {
        name: 'kept ones',
        of: ['parts/saved-views/views-dialog'],
        open: inTurn(keepView, press('filter.views', 'views.edit')),
      },
    ],
  },
  { name: 'board of a Kanban team', route: ({ kanban }) => `#/t/${kanban}/board` },
  {
    name: 'board as a list',
    route: ({ team }) => `#/t/${team}/board?as=list`,
    ready: page => page.locator('main table, main [data-lines]').first().waitFor(),
    surfaces: [
      {
        name: 'estimate',
        of: ['features/board/list/edit-cells'],
        only: 'wide',
        open: follow('td:nth-of-type(6) button'),
      },
    ],
  },
]

const card = ({ team, card: key }: Addresses): string => `#/t/${team}/c/${key}`

const linkMenu = press('card.links.menu')

/** One card with everything that can be chosen in it, and one impediment. */
export const cardTour: readonly Stop[] = [
  {
    name: 'today',
    route: () => '#/today',
    surfaces: [{ name: 'card', of: ['features/card/card-overlay'], open: follow('[data-task] a[href*="/c/"]') }],
  },
  {
    name: 'card',
    route: card,
    surfaces: [
      { name: 'menu', of: ['features/card/card-head'], open: press('card.menu') },
      ...(
        [
          ['split', 'features/card/split-dialog', 'card.split.menu'],
          ['to another team', 'features/card/to-team-dialog', 'card.toTeam.menu'],
          ['as mail text', 'features/card/mail-dialog', 'card.mail.menu'],
        ] as const
      ).map(([name, of, entry]) => ({ name, of: [of], open: press('card.menu', entry) })),
      { name: 'column', of: ['parts/item-properties/place-property'], open: change('work.place') },
      { name: 'kind', of: ['parts/item-properties/choice-properties'], open: change('work.kind') },
      { name: 'priority', of: ['parts/item-properties/choice-properties'], open: change('work.priority') },
      { name: 'people', of: ['parts/people-picker'], open: change('work.people') },
      { name: 'estimate', of: ['parts/estimate-popover'], open: change('work.estimate') },
      { name: 'day', of: ['parts/due-popover'], open: change('work.due') },
      { name: 'labels', of: ['parts/label-picker'], open: change('work.labels') },
      { name: 'part of', of: ['parts/item-picker'], open: change('work.partOf') },
      { name: 'sprint', of: ['parts/item-properties/sprint-property'], open: change('work.sprint') },
      { name: 'criterion', of: ['features/card/check-line'], open: press('card.checkMenu') },
      {
        name: 'whose criterion',
        of: ['features/card/check-choice'],
        open: press('card.checkMenu', 'card.assignCheck'),
      },
      { name: 'checklist', of: ['features/card/checklists'], open: press('card.checklistMenu') },
      { name: 'menu of a link', of: ['features/card/link-line'], open: linkMenu },
      { name: 'link', of: ['features/card/link-dialog'], open: inTurn(linkMenu, press('card.links.edit')) },
      { name: 'photo', of: ['features/card/photo-viewer'], open: press('card.files.show') },
      { name: 'waits for', of: ['features/card/card-blockers'], open: press('card.addBlocker') },
    ],
  },
  {
    name: 'place of a card',
    route: board,
    surfaces: [
      {
        name: 'card',
        of: ['features/card/card-overlay'],
        open: page => page.locator('[data-column] [data-card]').first().click(),
      },
    ],
  },
  {
    name: 'impediments',
    route: ({ team }) => `#/t/${team}/impediments?show=open`,
    surfaces: [
      { name: 'one', of: ['features/impediments/impediment-panel'], open: follow('[data-impediment] a') },
      ...(
        [
          ['menu', 'features/impediments/impediment-panel', press('impediments.menu')],
          ['other steps', 'features/impediments/impediment-steps', press('impediments.otherSteps')],
          ['solved', 'features/impediments/step-dialog', press('impediments.steps.resolved')],
          ['whose turn', 'features/impediments/impediment-properties', change('impediments.fields.party')],
          ['owner', 'features/impediments/owner-property', change('impediments.fields.owner')],
          ['day', 'features/impediments/day-property', change('impediments.fields.dueAt')],
          ['cards', 'features/impediments/blocked-property', change('impediments.fields.items')],
        ] as const
      ).map(([name, of, step]) => ({ name, of: [of], open: inTurn(follow('[data-impediment] a'), step) })),
    ],
  },
  {
    name: 'impediments that are over',
    route: ({ team }) => `#/t/${team}/impediments?show=over`,
  },
  {
    name: 'people of several teams',
    route: ({ team }) => `#/t/${team}/people`,
    surfaces: [
      { name: 'colours of a label', of: ['features/people/labels-section'], open: press('people.hueOf') },
      {
        name: 'menu of somebody elsewhere',
        of: ['features/people/other-people'],
        open: follow('[aria-labelledby=others-heading] [aria-haspopup=menu]'),
      },
    ],
  },
  {
    name: 'search',
    route: () => '#/search?q=antrag',
    ready: page => page.locator('[data-hit]').first().waitFor(),
    surfaces: [
      {
        name: 'palette',
        of: ['features/search/palette'],
        open: async page => {
          await page.keyboard.press('Control+k')
          await page.locator('dialog:modal [role=option]').first().waitFor()
        },
      },
      {
        name: 'palette that has found something',
        of: ['features/search/palette'],
        open: async page => {
          await page.keyboard.press('Control+k')
          await page.getByRole('combobox').last().fill('an')
          await page.locator('[data-option=all-hits]').waitFor()
        },
      },
    ],
  },
  { name: 'search that finds nothing', route: () => '#/search?q=xyzzy&kind=item' },
]
