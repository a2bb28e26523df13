import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, card } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Frau Özdemir looks for things in the cellar of the building office, where no network reaches. */
let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.go('')
  const page = journey.page()
  await foundTeam(page, { person: 'Leyla Özdemir', team: 'Tiefbau', method: 'In Sprints (Scrum)' })
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
