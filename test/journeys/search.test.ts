import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, card } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Frau Özdemir looks for things in the cellar of the building office, where no network reaches. */
let journey: Journey
let board = ''
beforeAll(async () => {
  journey = await openJourney()
  await journey.go('')
  const page = journey.page()
  await foundTeam(page, { person: 'Leyla Özdemir', team: 'Tiefbau', method: 'In Sprints (Scrum)' })
  board = new URL(page.url()).hash
})
afterAll(() => journey.close())

const find = async (page: Page, typed: string): Promise<void> => page.getByRole('searchbox').fill(typed)
const hit = (page: Page, title: string) => page.locator('[data-hit]').filter({ hasText: title })

test('offline: Straße for strasse, Ämter for aemter, a key, a comment, the bin; the address keeps what was looked for', async () => {
  const page = journey.page()
  await page.getByRole('button', { name: 'Ohne Sprint arbeiten' }).click()
  await addCards(page, 'Bereit', 'Straße am Markt sperren', 'Ämter befragen', 'Alter Kanal')
  const key = await card(page, 'Ämter befragen').evaluate(
    shell => /[A-Z]+-[0-9A-Z]{5}/.exec(shell.textContent ?? '')?.[0] ?? '',
  )
  await card(page, 'Straße am Markt sperren').click()
  await page.getByRole('textbox', { name: 'Kommentar' }).fill('Umleitung über die Brücke')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await card(page, 'Alter Kanal').focus()
  await page.keyboard.press('Delete')
  await saved(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await journey.stopServer()
  await page.reload()
  await card(page, 'Ämter befragen').waitFor()
  await page.keyboard.press('/')
  await page.getByRole('heading', { name: 'Suche', level: 1 }).waitFor()
  await find(page, 'strasse')
  await hit(page, 'Straße am Markt sperren').waitFor()
  await find(page, 'aemter')
  await hit(page, 'Ämter befragen').waitFor()
  await find(page, key)
  await hit(page, 'Ämter befragen').waitFor()
  await find(page, 'bruecke')
  await expect.poll(() => hit(page, 'Straße am Markt sperren').textContent()).toContain('Umleitung über die Brücke')
  await find(page, 'kanal')
  await page.getByText('Nichts gefunden für „kanal“.').waitFor()
  await page.getByRole('button', { name: 'Papierkorb durchsuchen' }).click()
  await hit(page, 'Alter Kanal').waitFor()
  await expect.poll(() => new URL(page.url()).hash).toBe('#/search?bin=1&q=kanal')
  await page.reload()
  await hit(page, 'Alter Kanal').click()
  await page.getByRole('heading', { name: 'Papierkorb', level: 1 }).waitFor()
})

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
  ].join('|')

const openPalette = async (page: Page): Promise<void> => {
  const first = page.locator('[data-column] [data-card]').first()
  // A place keeps its filter and its shape until its address is called without them.
  const callBoard = async (): Promise<boolean> => {
    await page.evaluate(hash => (location.hash = hash), board)
    return first.isVisible()
  }
  await expect.poll(callBoard).toBe(true)
  await first.focus()
  await page.keyboard.press('Control+k')
  await page.locator('dialog:modal [role=option]').first().waitFor()
}

test('the palette runs every command it offers', async () => {
  const page = journey.page()
  await openPalette(page)
  const ids = await page
    .locator('dialog:modal [role=option]')
    .evaluateAll(all => all.map(one => one.getAttribute('data-option') ?? ''))
  await page.keyboard.press('Escape')
  expect(ids.length).toBeGreaterThan(40)
  for (const id of ids) {
    await openPalette(page)
    const option = page.locator(`dialog:modal [data-option="${id}"]`)
    // What one command has done the next one need not offer any more: the colours are dark already.
    if ((await option.count()) === 0) continue
    await page.keyboard.press('Escape')
    await page.locator('dialog:modal').waitFor({ state: 'detached' })
    const before = await page.evaluate(traces)
    await page.keyboard.press('Control+k')
    await option.click()
    await expect
      .poll(
        async () =>
          (await page.locator('dialog[aria-label][class*=palette]').count()) === 0 &&
          (await page.evaluate(traces)) !== before,
        { message: id },
      )
      .toBe(true)
    while ((await page.locator('dialog:modal').count()) > 0) {
      await page.keyboard.press('Escape')
      await page.waitForTimeout(50)
    }
  }
  expect(journey.watch.crashes).toEqual([])
})
