import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { card, cardIn, column, moveByKeys } from '../support/board-verbs.ts'
import { addCard, linkedOn, meetAgain, openColleague, pair } from '../support/colleagues.ts'
import type { Journey } from '../support/journey.ts'
import { foundTeam } from '../support/team-verbs.ts'

/** Jana Vogt administers; Ben Okafor and Cem Aydın work with her, each in a browser of their own. */
let jana: Journey
let ben: Journey
let cem: Journey
let team = ''
const people = (): string => `#/t/${team}/people`
const board = (): string => `#/t/${team}/board`

const invite =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await page
      .getByRole('button', { name: `${name}: Menü` })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Einladen' }).click()
  }

beforeAll(async () => {
  ;[jana, ben, cem] = [await openColleague(), await openColleague(), await openColleague()]
  const page = jana.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
  await addCard(page, 'Scanner aufstellen')
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await jana.go(people())
  const field = page.getByRole('textbox', { name: /^Person hinzufügen/ })
  for (const name of ['Ben Okafor', 'Cem Aydın']) {
    await field.fill(name)
    await page.keyboard.press('Enter')
  }
})
afterAll(async () => {
  for (const journey of [jana, ben, cem]) await journey?.close()
})

test('Ben and Cem join, and all three are linked', async () => {
  await pair(jana, ben, { device: 'Bens Laptop', open: invite('Ben Okafor') })
  await pair(jana, cem, { device: 'Cems Laptop', open: invite('Cem Aydın') })
  for (const journey of [ben, cem]) await card(journey.page(), 'Scanner aufstellen').waitFor()
  await expect.poll(() => linkedOn(ben, people()), { timeout: 60_000 }).toBe(2)
  await ben.go(board())
})

test('Jana is away; Cem moves a card and writes another, Ben has both, and then Cem’s laptop is off', async () => {
  await jana.page().reload()
  await cem.go(board())
  await moveByKeys(cem.page(), 'Scanner aufstellen', 'Right')
  await addCard(cem.page(), 'Nachgereichte Pläne')
  await cardIn(ben.page(), 'In Arbeit', 'Scanner aufstellen').waitFor()
  await card(ben.page(), 'Nachgereichte Pläne').waitFor()
  await cem.close()
})

test('Jana ends his access, not knowing of it', async () => {
  const page = jana.page()
  await jana.go(people())
  await page
    .locator('[data-member]')
    .filter({ hasText: 'Cem Aydın' })
    .getByRole('button', { name: 'Cem Aydın: Menü' })
    .click()
  await page.getByRole('menuitem', { name: 'Zugang beenden' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Zugang beenden' }).click()
  await expect.poll(() => page.locator('[data-member]').filter({ hasText: 'Cem Aydın' }).count()).toBe(0)
})

test('they meet again, and both boards say the same: what Jana had', async () => {
  await meetAgain(jana, ben, people())
  for (const journey of [jana, ben]) {
    await journey.go(board())
    await cardIn(journey.page(), 'Bereit', 'Scanner aufstellen').waitFor()
    await expect.poll(() => card(journey.page(), 'Nachgereichte Pläne').count()).toBe(0)
    expect(await column(journey.page(), 'In Arbeit').locator('[data-card]').count()).toBe(0)
  }
})

test('a quiet line on the board leads Jana to what Cem had done, card by card', async () => {
  const page = jana.page()
  const line = page.locator('[data-merge-review]')
  await line.waitFor()
  await line.getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Zu Team & Geräte' }).click()
  const tray = page.locator('[data-late-edits]')
  await tray.getByText('Karte „Scanner aufstellen“: Platz auf dem Board').waitFor()
  await tray.getByText('Karte „Nachgereichte Pläne“: neu').waitFor()
  await expect.poll(() => tray.getByText(/Cem Aydın/).count()).toBe(2)
})

test('she adopts the card, and it is on both boards; the move she drops, and nothing waits any more', async () => {
  const page = jana.page()
  const tray = page.locator('[data-late-edits]')
  const row = (text: string) =>
    tray
      .locator('li')
      .filter({ has: page.getByText(text) })
      .first()
  await row('Karte „Nachgereichte Pläne“: neu').getByRole('button', { name: 'Übernehmen' }).click()
  await card(ben.page(), 'Nachgereichte Pläne').waitFor()
  await row('Karte „Scanner aufstellen“').getByRole('button', { name: 'Verwerfen' }).click()
  await expect.poll(() => tray.count()).toBe(0)
  await jana.go(board())
  await card(page, 'Nachgereichte Pläne').waitFor()
  await cardIn(page, 'Bereit', 'Scanner aufstellen').waitFor()
  expect(await page.locator('[data-merge-review]').count()).toBe(0)
})

test('Ben reads what waits at his, and leaves it to who administers', async () => {
  await ben.go(people())
  const tray = ben.page().locator('[data-late-edits]')
  await tray.getByText('Übernehmen oder verwerfen kann, wer verwaltet.').waitFor()
  expect(await tray.getByRole('button', { name: 'Übernehmen' }).count()).toBe(0)
})
