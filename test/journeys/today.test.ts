import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, cardIn, closeCard, openCard } from '../support/board-verbs.ts'
import { countedHands } from '../support/counted.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** Meral Aydın opens Lotse for the first time. A day later she works in two teams and asks on the train what is hers. */
let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.go('')
})
afterAll(() => journey.close())

const takeCard = async (page: Page, title: string): Promise<void> => {
  await openCard(page, title)
  await page.getByRole('button', { name: /^Personen:/ }).click()
  await page.getByRole('option', { name: 'Meral Aydın' }).click()
  await page.keyboard.press('Escape')
  await closeCard(page)
  await saved(page)
}

test('from the address to the first own card it takes six actions at most', async () => {
  const page = journey.page()
  const hands = countedHands(page)
  await hands.press(page.getByRole('button', { name: 'Team anlegen' }))
  await page.getByRole('textbox', { name: 'Ihr Name' }).waitFor()
  await hands.write('Meral Aydın')
  await hands.write('Bauamt', page.getByRole('textbox', { name: 'Teamname' }))
  await hands.key('Enter')
  await page.getByRole('textbox', { name: 'Titel der neuen Karte' }).waitFor()
  await hands.write('Bauantrag 17 prüfen')
  await hands.key('Enter')
  await cardIn(page, 'Bereit', 'Bauantrag 17 prüfen').waitFor()
  expect(hands.actions).toBeLessThanOrEqual(6)
  await saved(page)
})

test('Heute shows what is hers in both teams, without the server and with neither team open', async () => {
  const page = journey.page()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await takeCard(page, 'Bauantrag 17 prüfen')
  await page.goto(`${journey.address}#/start`)
  await foundTeam(page, { person: '', team: 'Umzug ins Rathaus' })
  await addCards(page, 'Bereit', 'Kartons bestellen', 'Schlüssel zählen')
  await takeCard(page, 'Kartons bestellen')
  await journey.stopServer()
  await page.goto('about:blank')
  await journey.go('#/today')
  const waiting = page.getByRole('region', { name: 'Wartet' })
  await waiting.getByRole('link', { name: 'Kartons bestellen' }).waitFor()
  await waiting.getByRole('link', { name: 'Bauantrag 17 prüfen' }).waitFor()
  expect(await page.getByText('Schlüssel zählen').count()).toBe(0)
})

test('a card of a team that is not open opens over Heute; what is changed there stands in the list', async () => {
  const page = journey.page()
  await page.getByRole('link', { name: 'Bauantrag 17 prüfen' }).click()
  const title = page.getByRole('button', { name: 'Titel: Bauantrag 17 prüfen' })
  await title.click()
  await page.getByRole('textbox', { name: 'Titel' }).fill('Bauantrag 17 ablehnen')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Bauantrag 17 ablehnen' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
})

test('what another tab writes into a team that is not open here appears in Heute', async () => {
  const page = journey.page()
  const other = await journey.openTab('#/today')
  await goTo(other, 'Heute')
  await other.getByRole('link', { name: 'Kartons bestellen' }).click()
  await other.getByRole('button', { name: 'Titel: Kartons bestellen' }).click()
  await other.getByRole('textbox', { name: 'Titel' }).fill('Vierzig Kartons bestellen')
  await other.keyboard.press('Enter')
  await saved(other)
  await page.getByRole('link', { name: 'Vierzig Kartons bestellen' }).waitFor()
  await other.close()
})

test('a place she points at is fetched before she presses: it is drawn at once', async () => {
  const page = journey.page()
  const fetched = () =>
    page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/settings-screen')))
  // What may wait has come, and with it whoever watches for links pointed at.
  await page.waitForTimeout(3000)
  expect(await fetched()).toBe(false)
  await page.getByRole('navigation').getByRole('link', { name: 'Einstellungen' }).hover()
  await expect.poll(fetched).toBe(true)
})
