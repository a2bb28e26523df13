import type { Page, Request } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCards, card } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'
import { settle } from '../support/walk.ts'

/** Herr Lindqvist has broken his right wrist and does everything by typing what he wants. */
let journey: Journey
let team = ''
const underWay = new Set<Request>()
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  journey.context().on('request', request => underWay.add(request))
  for (const end of ['requestfinished', 'requestfailed'] as const)
    journey.context().on(end as 'requestfinished', request => underWay.delete(request))
  await journey.go('')
  const page = journey.page()
  await foundTeam(page, { person: 'Nils Lindqvist', team: 'Tiefbau', method: 'In Sprints (Scrum)' })
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await page.getByRole('button', { name: 'Ohne Sprint arbeiten' }).click()
  await addCards(page, 'Bereit', 'Straße am Markt sperren', 'Ämter befragen', 'Alter Kanal')
  await journey.go(`#/t/${team}/people`)
  await page.getByRole('radio', { name: 'In Sprints (Scrum)' }).check()
  await saved(page)
})
afterAll(() => journey.close())
beforeEach(() => void journey.page().keyboard.press('Escape'))

const call = (page: Page, route: string): Promise<string> => page.evaluate(hash => (location.hash = hash), route)

/** A place keeps its filter and its shape until its address says otherwise. */
const toBoard = async (page: Page, query = 'as=board', shown = '[data-card]'): Promise<void> => {
  const first = page.locator(`main ${shown}`).first()
  await expect
    .poll(async () => {
      await call(page, `#/t/${team}/board?${query}`)
      return first.isVisible()
    })
    .toBe(true)
}
const focusCard = async (page: Page): Promise<void> => {
  await toBoard(page)
  await page.locator('main [data-card]').first().focus()
}

/** A dialog that is fetched when it is first asked for has come; before that it would open over the next scene. */
const arrived = async (page: Page): Promise<void> => {
  await settle(page)
  await expect.poll(() => underWay.size).toBe(0)
  await settle(page)
}

/** What an onlooker could see change when something was done. */
const traces = (): string =>
  [
    location.hash,
    ...document.documentElement.getAttributeNames().map(name => document.documentElement.getAttribute(name)),
    ...[
      ...document.querySelectorAll(
        'dialog[open], [role=listbox], [role=menu], [role=dialog], [role=alert], [role=status], [aria-live]',
      ),
    ].map(shown => shown.textContent),
    document.querySelector('nav')?.dataset['collapsed'],
    document.activeElement?.outerHTML.slice(0, 200),
    localStorage.getItem('lotse:device'),
    document.querySelectorAll('main [data-card]').length,
    document.querySelectorAll('[aria-pressed=true]').length,
    document.querySelector('main')?.textContent,
  ].join('|')

const palette = (page: Page) => page.locator('dialog[class*=palette]')

const openPalette = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await palette(page).locator('[role=option]').first().waitFor()
  if (typed !== '') await palette(page).getByRole('combobox').fill(typed)
}

const closeAll = async (page: Page): Promise<void> => {
  while ((await page.locator('dialog:modal').count()) > 0) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
  }
  for (const open of await page.locator('[role=menu], [role=dialog]:not(dialog), [role=listbox]').all())
    if (await open.isVisible()) await page.keyboard.press('Escape')
  // A meeting has no side bar and fewer messages.
  if (await page.evaluate(() => document.documentElement.hasAttribute('data-beamer')))
    await page.keyboard.press('Escape')
}

type Round = Readonly<{
  stand: (page: Page) => Promise<void>
  /** Entries of which there are many come when somebody types. */
  typed?: string
  /** Only those whose name begins so. */
  only?: string
  /** What ends the scene for the others comes last. */
  last?: RegExp
}>

/** Does everything the palette offers there, each from the same standing. Out: what was done. */
const doAll = async (page: Page, { stand, typed = '', only = '', last = /$^/ }: Round): Promise<readonly string[]> => {
  await stand(page)
  await openPalette(page, typed)
  const options = palette(page).locator(only === '' ? '[data-option]' : `[data-option^="${only}"]`)
  await options.first().waitFor()
  const ids = await options.evaluateAll(all => all.map(one => one.getAttribute('data-option') ?? ''))
  await page.keyboard.press('Escape')
  for (const id of [...ids.filter(one => !last.test(one)), ...ids.filter(one => last.test(one))]) {
    await stand(page)
    const before = await page.evaluate(traces)
    await openPalette(page, typed)
    const option = palette(page).locator(`[data-option="${id}"]`)
    // What one command has done the next one need not offer any more: the colours are dark already.
    if ((await option.count()) > 0) {
      await option.click()
      await expect
        .poll(async () => (await palette(page).count()) === 0 && (await page.evaluate(traces)) !== before, {
          message: id,
        })
        .toBe(true)
    }
    await arrived(page)
    await closeAll(page)
  }
  expect(journey.watch.crashes).toEqual([])
  return ids
}

test('beside a card that has the focus, the palette does everything it lists', async () => {
  const page = journey.page()
  const ids = await doAll(page, { stand: focusCard, last: /^language/ })
  await openPalette(page, 'Deutsch')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.documentElement.lang === 'de')
  expect(ids.length).toBeGreaterThan(60)
})

test('every column by its name: edited, filled, folded, moved, deleted', async () => {
  const page = journey.page()
  const stand = (on: Page) => toBoard(on, 'as=board', '[data-column]')
  const ids = await doAll(page, { stand, typed: 'Spalte', only: 'column.' })
  expect(ids.length).toBeGreaterThan(20)
  const folded = page.locator('main').getByRole('button', { name: /ausklappen$/ })
  for (let left = await folded.count(); left > 0; left--) {
    await openPalette(page, 'Spalte ausklappen')
    await page.keyboard.press('Enter')
    await expect.poll(() => folded.count()).toBe(left - 1)
  }
})

test('a view is kept, opened, and put in order, and the list is sorted', async () => {
  const page = journey.page()
  await toBoard(page)
  await call(page, `#/t/${team}/board?overdue=1`)
  await page.getByRole('button', { name: 'Überfällig', pressed: true }).waitFor()
  await openPalette(page, 'Ansicht merken')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Name' }).fill('Brandeilig')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await toBoard(page)
  await openPalette(page, 'Brandeilig')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Überfällig', pressed: true }).waitFor()
  await openPalette(page, 'Ansichten umbenennen')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ansicht „Brandeilig“ löschen' }).click()
  await page.getByText('Keine Ansicht ist gemerkt.').waitFor()
  await closeAll(page)
  const asList = (on: Page) => toBoard(on, 'as=list', 'table')
  expect((await doAll(page, { stand: asList, typed: 'Liste', only: 'list.' })).length).toBe(12)
})

test('an open card: each of its parts is gone to, its lines are ticked, the next card is opened', async () => {
  const page = journey.page()
  await focusCard(page)
  await openPalette(page, 'Kriterium')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Kriterium hinzufügen' }).fill('Schilder bestellt')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Punkt: Schilder bestellt' }).waitFor()
  await openPalette(page, 'Abhaken Schilder')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Schilder bestellt', checked: true }).waitFor()
  const open = page.url().replace(/^.*#/, '#')
  // Left and opened again: in the description Strg+K makes a link.
  const stand = async (on: Page) => {
    await toBoard(on)
    await call(on, open)
    await on.locator('[data-section=comments]').waitFor()
  }
  const ids = await doAll(page, { stand, only: 'card.', last: /delete|drop|toTeam/ })
  expect(ids).toContain('card.next')
  await toBoard(page)
  await page.keyboard.press('Control+z')
})

test('selected cards: everything of the bar, the list of sprints, and the end of it', async () => {
  const page = journey.page()
  const stand = async (on: Page) => {
    await toBoard(on)
    const bar = on.getByRole('group', { name: 'Ausgewählte Karten' })
    await on.locator('main [data-card]').last().focus()
    if (!(await bar.isVisible())) await on.keyboard.press('Space')
    await bar.waitFor()
  }
  const ids = await doAll(page, { stand, only: 'selection.', last: /delete/ })
  expect(ids).toEqual(expect.arrayContaining(['selection.people', 'selection.priority.high', 'selection.top']))
})

test('what lies in the bin comes back by its title', async () => {
  const page = journey.page()
  const stand = async (on: Page) => {
    await call(on, `#/t/${team}/bin`)
    await on.getByRole('heading', { name: 'Papierkorb', level: 1 }).waitFor()
  }
  const ids = await doAll(page, { stand, only: 'bin.' })
  expect(ids).not.toEqual([])
  await toBoard(page)
  await card(page, 'Alter Kanal').waitFor()
})

test('a sprint is planned, started and looked after', async () => {
  const page = journey.page()
  const planning = async (on: Page) => {
    await call(on, `#/t/${team}/sprint/planning`)
    await on.getByRole('heading', { name: 'Sprint', level: 1 }).waitFor()
    if (await on.getByRole('button', { name: 'Sprint anlegen' }).isVisible()) await on.keyboard.press('Control+z')
  }
  await call(page, `#/t/${team}/sprint/planning`)
  await page.getByRole('button', { name: 'Sprint anlegen' }).click()
  const ids = await doAll(page, { stand: planning, typed: 'Sprint 1', only: 'sprint.', last: /start/ })
  expect(ids.length).toBe(7)
})

test('an open impediment: each step, each field', async () => {
  const page = journey.page()
  await call(page, `#/t/${team}/impediments`)
  await page.getByRole('heading', { name: 'Hindernisse', level: 1 }).waitFor()
  await openPalette(page, 'Hindernis melden')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Was hält das Team auf?' }).fill('Kein Testzugang')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Kein Testzugang' }).click()
  await page.locator('[data-field="Schwere"]').waitFor()
  const open = page.url().replace(/^.*#/, '#')
  const stand = async (on: Page) => {
    await call(on, open)
    await on.locator('[data-field="Schwere"]').waitFor()
  }
  const ids = await doAll(page, { stand, only: 'impediment.', last: /step|delete/ })
  expect(ids.length).toBeGreaterThan(12)
})
