import type { Page } from 'playwright'

/** What the addresses of the sample are made of. `team` works in sprints, `kanban` does not. */
export type SampleAddresses = Readonly<{ team: string; kanban: string; card: string }>

export type AppScreen = Readonly<{
  name: string
  route: (sample: SampleAddresses) => string
  /** Brings the screen into the state that is meant: a menu, a dialog, a panel. */
  open?: (page: Page) => Promise<void>
  /** What a phone does not offer. */
  wideOnly?: boolean
}>

const click = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
}
const menu = (name: string | RegExp) => async (page: Page) => {
  await click(name)(page)
  await page.getByRole('menu').waitFor()
}
const board = ({ team }: SampleAddresses) => `#/t/${team}/board`
const sprint =
  (tab: string) =>
  ({ team }: SampleAddresses) =>
    `#/t/${team}/sprint/${tab}`

/** Every place of the app. */
export const places: readonly AppScreen[] = [
  { name: 'start', route: () => '#/start' },
  { name: 'new team', route: () => '#/start/team' },
  { name: 'board', route: board },
  {
    name: 'board as list',
    route: board,
    open: page => page.getByText('Liste', { exact: true }).first().click(),
    wideOnly: true,
  },
  { name: 'board of a Kanban team', route: ({ kanban }) => `#/t/${kanban}/board` },
  { name: 'card on its page', route: ({ team, card }) => `#/t/${team}/c/${card}` },
  { name: 'backlog', route: ({ team }) => `#/t/${team}/backlog` },
  { name: 'options of a Kanban team', route: ({ kanban }) => `#/t/${kanban}/backlog` },
  { name: 'sprint planning', route: sprint('planning') },
  { name: 'sprint running', route: sprint('running') },
  { name: 'sprints past', route: sprint('past') },
  { name: 'impediments', route: ({ team }) => `#/t/${team}/impediments` },
  { name: 'bin', route: ({ team }) => `#/t/${team}/bin` },
  { name: 'people', route: ({ team }) => `#/t/${team}/people` },
  { name: 'bring along', route: ({ team }) => `#/t/${team}/import` },
  { name: 'give out', route: ({ team }) => `#/t/${team}/export` },
  { name: 'data', route: () => '#/data' },
  { name: 'settings', route: () => '#/settings' },
]

/** Dialogs, panels and menus, each over the place it belongs to. */
export const surfaces: readonly AppScreen[] = [
  { name: 'card beside the board', route: ({ team, card }) => `#/t/${team}/board/c/${card}` },
  { name: 'new card', route: sample => `${board(sample)}/new/card` },
  { name: 'new impediment', route: sample => `${board(sample)}/new/impediment` },
  { name: 'move a card', route: sample => `${board(sample)}/move/${sample.card}` },
  { name: 'menu of a column', route: board, open: menu(/^Spalte .*: Menü$/) },
  {
    name: 'menu of teams',
    route: board,
    open: page => page.locator('nav button[aria-haspopup=menu]').first().click(),
    wideOnly: true,
  },
  {
    name: 'column dialog',
    route: board,
    open: async page => {
      await menu(/^Spalte .*: Menü$/)(page)
      await page.getByRole('menuitem', { name: 'Spalte bearbeiten' }).click()
    },
  },
  {
    name: 'menu of a card',
    route: ({ team, card }) => `#/t/${team}/board/c/${card}`,
    open: menu('Mehr zu dieser Karte'),
  },
  {
    name: 'close the sprint',
    route: sprint('running'),
    open: click('Sprint abschließen'),
  },
  {
    name: 'impediment panel',
    route: ({ team }) => `#/t/${team}/impediments`,
    open: page => page.locator('[data-impediment] a').first().click(),
  },
]

const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(resolve => requestAnimationFrame(resolve))
    await frame()
    await frame()
    // What turns for ever is no transition to wait for.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(animation => animation.finished.catch(() => undefined)))
    await frame()
  })

/** The place a route leads to, whatever the team and whatever lies over it. */
const placeOf = (route: string): string => route.replace(/^#\/(?:t\/[^/]+\/)?/, '').split('/')[0] ?? ''

/** Where a tab stands with nothing open over it; from there another place is one change of the address away. */
const standing = new WeakMap<Page, string>()

/** Goes there and waits until it stands still. */
export const visit = async (page: Page, address: string, screen: AppScreen, sample: SampleAddresses): Promise<void> => {
  const route = screen.route(sample)
  const isOverlay = /\/(board|impediments)\/(c|new|move)\//.test(route)
  const before = standing.get(page)
  // Within one place the same elements stay; only a fresh page tells when it is there.
  if (before === undefined || before === placeOf(route)) await page.goto('about:blank')
  else await page.evaluate(() => document.querySelector('main')?.setAttribute('data-left', ''))
  await page.goto(`${address}${route}`)
  await page.locator('main:not([data-left]) h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  if (isOverlay) await page.locator('dialog[open]').waitFor()
  await screen.open?.(page)
  if (isOverlay || screen.open) standing.delete(page)
  else standing.set(page, placeOf(route))
  await settle(page)
}

/** The next visit begins with a fresh page, after something of the page itself was changed. */
export const startAnew = (page: Page): void => void standing.delete(page)

export const resize = async (page: Page, width: number, height = 900): Promise<void> => {
  await page.setViewportSize({ width, height })
  await settle(page)
}
