import type { Locator, Page } from 'playwright'
import { holdAsPhone } from './touch.ts'
import { sayIn, type Language, type Say } from './words.ts'

/** What addresses are made of: a team with sprints, one without, the key of a card. */
export type Addresses = Readonly<{ team: string; kanban: string; card: string }>

export type Step = (page: Page, say: Say) => Promise<void>

/** A dialog, panel, menu or popover: what lies over a place until Esc puts it away. */
export type Surface = Readonly<{
  name: string
  /** The files below `src` it is made of, without ending. */
  of: readonly string[]
  open: Step
  /** Offered by a phone alone, or by a wide screen alone. */
  only?: 'phone' | 'wide'
  /** Once it is closed again: puts back what opening it took. */
  after?: Step
}>

export type Stop = Readonly<{
  name: string
  route: (addresses: Addresses) => string
  /** Brings the place into the state that is meant. */
  ready?: Step
  /** What has to be in sight, at every width. */
  sight?: string
  surfaces?: readonly Surface[]
  /** Before the next stop: puts back what `ready` took. */
  after?: Step
}>

export type Spot = Readonly<{ name: string; isSurface: boolean; only?: 'phone' | 'wide' | undefined }>

export type Tour = Readonly<{ page: Page; address: string; addresses: Addresses; language: Language }>

/** Two frames after everything that moves has come to its end. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(resolve => requestAnimationFrame(resolve))
    await frame()
    // What turns for ever is no transition to wait for.
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(animation => animation.finished.catch(() => undefined)))
    await frame()
  })

/** What lies open, the lowest first: dialogs and panels, menus, popovers. */
const layers = (page: Page): Locator =>
  page.locator('dialog[open], [role=menu], [role=dialog]:not(dialog)').filter({ visible: true })

/** The part of the page a person can reach: the topmost modal dialog, or everything. */
const within = async (page: Page): Promise<Locator> => {
  const modal = page.locator('dialog:modal')
  return (await modal.count()) > 0 ? modal.last() : page.locator('body')
}

const controls = (part: Locator, name: RegExp): Locator =>
  part
    .getByRole('menuitem', { name })
    .or(part.getByRole('menuitemradio', { name }))
    .or(part.getByRole('button', { name }))
    .or(part.locator('label').filter({ hasText: name }))
    .filter({ visible: true })

/** Presses one control after the other, each named by the path of its text. */
export const press =
  (...paths: readonly string[]): Step =>
  async (page, say) => {
    for (const path of paths) {
      const isItem = (await page.getByRole('menu').filter({ visible: true }).count()) > 0
      const part = isItem ? page.getByRole('menu').filter({ visible: true }).last() : await within(page)
      await controls(part, say(path)).first().click()
    }
  }

/** Opens a property of a card or an impediment: a word, a colon, its value. */
export const change =
  (path: string): Step =>
  async (page, say) => {
    const word = say(path).source.replace(/\$$/, '')
    const part = await within(page)
    // A word that explains itself may end in a colon, too.
    const values = part.getByRole('button', { name: new RegExp(`${word}:`) }).and(part.locator(':not([data-term])'))
    await values.first().click()
  }

export const follow =
  (selector: string): Step =>
  async page =>
    page.locator(selector).filter({ visible: true }).first().click()

export const inTurn =
  (...steps: readonly Step[]): Step =>
  async (page, say) => {
    for (const step of steps) await step(page, say)
  }

/** An overlay by its address over the place where one is. */
export const at =
  (tail: string): Step =>
  async page => {
    await page.evaluate(end => {
      location.hash = location.hash.replace(/(?=\?|$)/, end)
    }, tail)
  }

const languages = { de: 'Deutsch', en: 'English' } as const

/** The place a route leads to, whatever the team. */
const placeOf = (route: string): string => route.replace(/^#\/(?:t\/[^/]+\/)?/, '').split(/[/?]/)[0] ?? ''
const placeNow = (page: Page): string => placeOf(new URL(page.url()).hash)

const goBy = async (page: Page, route: string): Promise<void> => {
  await page.evaluate(next => {
    document.querySelector('main')?.setAttribute('data-left', '')
    location.hash = next
  }, route)
  await page.locator('main:not([data-left]) h1').first().waitFor()
}

/** From place to place as a person goes, without loading the page anew. */
export const arrive = async ({ page, address, addresses, language }: Tour, stop: Stop): Promise<void> => {
  const route = stop.route(addresses)
  await page.mouse.move(0, 0)
  if (!page.url().startsWith(address)) await page.goto(`${address}#/settings`)
  // Within one place the same elements stay, so the way leads through another one.
  if (placeNow(page) === placeOf(route)) await goBy(page, placeOf(route) === 'settings' ? '#/data' : '#/settings')
  await goBy(page, route)
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], [data-bubble]') === null)
  await stop.ready?.(page, sayIn(language))
  // A link may lead to a screen that has to be fetched first; until then the old one stands there.
  if (stop.ready) await settle(page)
  await page.locator('main h1').first().waitFor()
  await settle(page)
}

/** Changes the language as a person does, in the settings. */
export const speak = async (page: Page, address: string, language: Language): Promise<void> => {
  await page.goto(`${address}#/settings`)
  await page.getByRole('radio', { name: languages[language] }).click()
  await page.waitForFunction(wanted => document.documentElement.lang === wanted, language)
}

export const open = async ({ page, language }: Tour, surface: Surface): Promise<void> => {
  const before = await layers(page).count()
  await surface.open(page, sayIn(language))
  await layers(page).nth(before).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  await settle(page)
}

/** Esc until the place lies bare again; each one may close the topmost layer alone. Answers what went otherwise. */
export const closeAll = async (page: Page): Promise<readonly string[]> => {
  const odd: string[] = []
  for (let left = await layers(page).count(); left > 0; left = await layers(page).count()) {
    await page.keyboard.press('Escape')
    await layers(page)
      .nth(left - 1)
      .waitFor({ state: 'hidden', timeout: 5000 })
      .catch(() => odd.push('Esc does not close'))
    if (odd.includes('Esc does not close')) return odd
    await settle(page)
    if ((await layers(page).count()) !== left - 1) odd.push('Esc closes more than the topmost layer')
    if (await page.evaluate(() => document.activeElement === document.body)) odd.push('after Esc the focus is lost')
  }
  return odd
}

export type Look = (tour: Tour, spot: Spot) => Promise<void>

/** Looks at every place, and at everything that opens over it. `note` is told what closing did wrong. */
export const walk = async (
  tour: Tour,
  stops: readonly Stop[],
  look: Look,
  note: (where: string, lines: readonly string[]) => void = () => undefined,
): Promise<void> => {
  for (const stop of stops) {
    await arrive(tour, stop)
    await look(tour, { name: stop.name, isSurface: false })
    for (const { name, only, ...surface } of stop.surfaces ?? []) {
      const where = `${stop.name}: ${name}`
      if (only === 'phone') await holdAsPhone(tour.page)
      // Where the hand rests, a word may be explained over what is pressed next.
      await tour.page.mouse.move(0, 0)
      await open(tour, { name, ...surface }).catch((error: unknown) => {
        throw new Error(`${where} does not open`, { cause: error })
      })
      await look(tour, { name: where, isSurface: true, only })
      note(where, await closeAll(tour.page))
      await surface.after?.(tour.page, sayIn(tour.language))
      if (only === 'phone') await holdAsPhone(tour.page, false)
    }
    await stop.after?.(tour.page, sayIn(tour.language))
  }
}
