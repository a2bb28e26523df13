import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { card, cardIn, column, moveByKeys } from '../support/board-verbs.ts'
import { addCard, linkedOn, meetAgain, openColleague, pair } from '../support/colleagues.ts'
import type { Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Jana Vogt’s laptop, Cem Aydın’s phone and his laptop, and between them nothing but the office’s network. */
let jana: Journey
let cem: Journey
let laptop: Journey
let team = ''
const people = (): string => `#/t/${team}/people`

const teamOf = (page: Page): string => /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''

beforeAll(async () => {
  ;[jana, cem] = [await openColleague(), await openColleague({ width: 390, height: 844, touch: true })]
  const page = jana.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
})
afterAll(async () => {
  for (const journey of [jana, cem, laptop]) await journey?.close()
})

test('Jana invites Cem: two texts, six digits, and her cards are on his phone', async () => {
  const page = jana.page()
  await addCard(page, 'Scanner aufstellen')
  team = teamOf(page)
  await jana.go(people())
  await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill('Cem Aydın')
  await page.keyboard.press('Enter')
  await pair(jana, cem, {
    device: 'Diensthandy',
    open: async there => {
      await there.getByRole('button', { name: 'Cem Aydın: Menü' }).first().click()
      await there.getByRole('menuitem', { name: 'Einladen' }).click()
    },
  })
  await card(cem.page(), 'Scanner aufstellen').waitFor()
  await jana.go(`#/t/${team}/board`)
})

test('what one does appears on the other’s screen', async () => {
  const [there, here] = [jana.page(), cem.page()]
  await moveByKeys(there, 'Scanner aufstellen', 'Right')
  await expect.poll(() => column(here, 'In Arbeit').locator('[data-card]').count()).toBe(1)
  await saved(here)
  await cardIn(here, 'In Arbeit', 'Scanner aufstellen').waitFor()
})

test('both see that the other one looks at the board, too, until one of them wants nobody to be seen', async () => {
  const [there, here] = [jana.page(), cem.page()]
  await there.locator('[data-onlookers]').getByRole('img', { name: 'Cem Aydın' }).waitFor()
  await here.locator('[data-onlookers]').getByRole('img', { name: 'Jana Vogt' }).waitFor()
  await jana.go(people())
  await here.locator('[data-onlookers]').waitFor({ state: 'detached' })
  const choice = there.getByRole('checkbox', { name: 'Zeigen, wer gerade auf dasselbe Board schaut' })
  await choice.uncheck()
  await saved(there)
  await jana.go(`#/t/${team}/board`)
  await card(there, 'Scanner aufstellen').waitFor()
  for (const page of [there, here]) await expect.poll(() => page.locator('[data-onlookers]').count()).toBe(0)
})

test('while Jana is away Cem lets his laptop in; she meets the phone again, and through it the laptop', async () => {
  await jana.page().reload()
  laptop = await openColleague()
  await cem.go(people())
  await pair(cem, laptop, {
    device: 'Laptop im Büro',
    open: there => there.getByRole('button', { name: 'Weiteres Gerät verbinden' }).click(),
  })
  await cardIn(laptop.page(), 'In Arbeit', 'Scanner aufstellen').waitFor()
  expect(await linkedOn(jana, people())).toBe(0)
  await meetAgain(jana, cem, people())
  await expect.poll(() => linkedOn(jana, people()), { timeout: 45_000 }).toBe(2)
  await expect.poll(() => linkedOn(laptop, people())).toBe(2)
})

test('the server is stopped, and what one writes is on the screens of all', async () => {
  for (const journey of [jana, cem, laptop]) {
    await journey.stopServer()
    await journey.go(`#/t/${team}/board`)
  }
  await addCard(laptop.page(), 'Toner bestellen')
  for (const journey of [jana, cem]) await expect.poll(() => card(journey.page(), 'Toner bestellen').count()).toBe(1)
  await jana.page().getByText('Bei 1 von 1 Person angekommen').waitFor()
})

test('two of them reload; each meets the laptop again, and they meet each other through it', async () => {
  for (const journey of [jana, cem]) await journey.page().reload()
  await expect.poll(() => linkedOn(laptop, people())).toBe(0)
  await addCard(jana.page(), 'Solange niemand da war')
  await meetAgain(laptop, jana, people())
  await meetAgain(laptop, cem, people())
  for (const journey of [jana, cem]) await expect.poll(() => linkedOn(journey, people()), { timeout: 45_000 }).toBe(2)
  await cem.go(`#/t/${team}/board`)
  await expect.poll(() => card(cem.page(), 'Solange niemand da war').count()).toBe(1)
})

test('his phone is lost: Cem takes it out, it is told so, and gets nothing more', async () => {
  const page = laptop.page()
  await laptop.go(people())
  await page.getByRole('button', { name: 'Diensthandy: Menü' }).click()
  await page.getByRole('menuitem', { name: 'Gerät entfernen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gerät entfernen' }).click()
  await page.getByText('Zugang beendet, Schlüssel gewechselt').first().waitFor()
  await expect.poll(() => linkedOn(laptop, people()), { timeout: 45_000 }).toBe(1)
  await laptop.go(`#/t/${team}/board`)
  await addCard(page, 'Nur für die anderen')
  await jana.go(`#/t/${team}/board`)
  await expect.poll(() => card(jana.page(), 'Nur für die anderen').count()).toBe(1)
  await cem.go(people())
  await cem.page().getByText('Zugang beendet: Dieses Gerät bekommt nichts Neues mehr').waitFor()
  await cem.go(`#/t/${team}/board`)
  expect(await card(cem.page(), 'Nur für die anderen').count()).toBe(0)
})
