import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import { openJourney, type Journey } from '../support/journey.ts'
import { holdAsPhone, tap } from '../support/touch.ts'
import { settle, type Addresses } from '../support/walk.ts'

/** Jule Brandt comes from the counter of the registry office. She has never planned a sprint, and asks nobody twice. */
let journey: Journey
let addresses: Addresses
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  addresses = (await openSample(journey.page(), journey.address)) as Addresses
})
afterAll(() => journey.close())

const goTo = async (route: string): Promise<Page> => {
  const page = journey.page()
  await page.mouse.move(0, 0)
  await journey.go(`#/${route}`)
  await page.locator('main h1').waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null)
  await settle(page)
  return page
}
const team = (place: string): string => `t/${addresses.team}/${place}`

type Glossary = Readonly<Record<string, { readonly word: string }>>
const glossary = JSON.parse(
  readFileSync(new URL('../../src/i18n/messages/de/glossary.json', import.meta.url), 'utf8'),
) as Glossary
/** Everybody knows them; they are in the glossary for what Lotse means by them. */
const everyday = new Set(['card', 'column', 'policy', 'parts', 'priority', 'planning', 'merge', 'waits'])
const words = Object.entries(glossary).flatMap(([term, { word }]) =>
  everyday.has(term) ? [] : [[term, word] as const],
)

/** Method words that a place says by itself, outside of controls and of what people have written, and explains nowhere. */
const unexplained = (page: Page): Promise<readonly string[]> =>
  page.evaluate(list => {
    // What describes a field is read with it, and belongs to it.
    const controls = 'button:not([data-term]), a, label, legend, input, select, textarea, [role=tab], [id$=-hint]'
    const written = '[data-card], [data-impediment], .visually-hidden, [aria-hidden=true], svg, table'
    const screen = [...document.querySelectorAll('main, dialog[open]')]
    const said = screen.flatMap(part => {
      const texts: string[] = []
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        if (!node.parentElement?.closest(`${controls}, ${written}`)) texts.push(node.textContent ?? '')
      return texts
    })
    // A sprint bears a name and a number.
    const text = said.join(' · ').replaceAll(/Sprint \d+/g, '')
    return list
      .filter(([, word]) => new RegExp(`(?<!\\p{L})${word}(?:s|n|e|en|se)?(?!\\p{L})`, 'u').test(text))
      .filter(([term]) => !screen.some(part => part.querySelector(`[data-term=${term}]`)))
      .map(([, word]) => word)
  }, words)

test('every place explains each method word it says', async () => {
  const places = {
    board: team('board'),
    backlog: team('backlog'),
    options: `t/${addresses.kanban}/backlog`,
    planning: team('sprint/planning'),
    running: team('sprint/running'),
    past: team('sprint/past'),
    impediments: team('impediments'),
    card: team(`c/${addresses.card}`),
    people: team('people'),
    bin: team('bin'),
    'new team': 'start/team',
  }
  const found: Record<string, readonly string[]> = {}
  for (const [name, route] of Object.entries(places)) {
    const page = await goTo(route)
    const missing = await unexplained(page)
    if (missing.length > 0) found[name] = missing
  }
  expect(found).toEqual({})
})

const bubble = () => journey.page().getByRole('dialog', { name: 'Backlog' })
const explains = () => bubble().getByText('Der Backlog ist die geordnete Liste')
const word = () => journey.page().locator('h1 [data-term=backlog]')
const focused = () => journey.page().evaluate(() => document.activeElement?.getAttribute('data-term') ?? '')

test('a word under the pointer explains itself, waits for the pointer, and goes with Esc', async () => {
  const page = await goTo(team('backlog'))
  await word().hover()
  await explains().waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]'))).toBeNull()
  await bubble().hover()
  await page.waitForTimeout(400)
  expect(await bubble().isVisible(), 'the pointer may rest on the explanation').toBe(true)
  await page.keyboard.press('Escape')
  await bubble().waitFor({ state: 'detached' })
  await page.mouse.move(700, 500)
  await word().hover()
  await explains().waitFor()
  await page.mouse.move(700, 500)
  await bubble().waitFor({ state: 'detached' })
})

test('by keyboard it opens with Enter, leads to the glossary, and gives the focus back', async () => {
  const page = await goTo(team('backlog'))
  await word().focus()
  await page.keyboard.press('Enter')
  await explains().waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await bubble().waitFor({ state: 'detached' })
  await expect.poll(focused).toBe('backlog')
  await page.keyboard.press('Enter')
  await bubble().getByRole('link', { name: 'Im Glossar' }).click()
  await page.getByRole('heading', { name: 'Glossar', level: 1 }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Backlog')
})

test('a finger opens and closes it; from every place the help is two touches away', async () => {
  const page = await goTo(team('backlog'))
  await holdAsPhone(page)
  await tap(page, word())
  await explains().waitFor()
  await tap(page, word())
  await bubble().waitFor({ state: 'detached' })
  for (const place of ['board', 'sprint/planning', 'impediments', `c/${addresses.card}`]) {
    await goTo(team(place))
    await page.keyboard.press('Escape')
    await tap(page, page.getByRole('button', { name: 'Mehr', exact: true }))
    await tap(page, page.getByRole('dialog').getByRole('link', { name: 'Hilfe' }))
    await page.getByRole('heading', { name: 'Hilfe', level: 1 }).waitFor()
  }
  await holdAsPhone(page, false)
})

test('who knows the words switches the lines off', async () => {
  const page = await goTo('settings')
  await page.getByRole('checkbox', { name: 'Fachwörter erklären' }).uncheck()
  await goTo(team('backlog'))
  expect(await page.locator('[data-term]').count()).toBe(0)
  expect(await page.locator('main h1').textContent()).toBe('Backlog')
})

test('the help is found by its headings, in both languages, also on a device that has nothing yet', async () => {
  const page = await goTo('help')
  await page.getByRole('searchbox', { name: 'In der Hilfe suchen' }).fill('kopfzeil')
  await page.getByRole('link', { name: 'Kopfzeilen Für die IT' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Kopfzeilen')
  await journey.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Kopfzeilen kopieren' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("frame-ancestors 'none'")
  await goTo('settings')
  await page.getByRole('radio', { name: 'English' }).click()
  await goTo('help/glossary/impediment')
  await page.getByText('An impediment is something that holds work up').waitFor()
})
