import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { giveFolder } from '../support/backup-folder.ts'
import { card } from '../support/board-verbs.ts'
import { addCard, linkedOn, openColleague, pair } from '../support/colleagues.ts'
import type { Journey } from '../support/journey.ts'
import { carryFolder } from '../support/shared-folder.ts'
import { foundTeam } from '../support/team-verbs.ts'

/** Jana and Cem work in two houses. What they have in common is a folder of the department, and mail. */
let jana: Journey
let cem: Journey
let team = ''
const people = (): string => `#/t/${team}/people`
const board = (): string => `#/t/${team}/board`

const chooseFolder = async (journey: Journey): Promise<void> => {
  const page = journey.page()
  await journey.go(people())
  await giveFolder(page)
  await page.getByRole('button', { name: 'Gemeinsamen Ordner wählen' }).click()
  await page.locator('[data-folder=used]').waitFor()
}

/** The folder is carried until the card is on the screen. */
const arrives = async (page: Page, title: string): Promise<void> => {
  await expect
    .poll(
      async () => {
        await carryFolder(jana.page(), cem.page())
        return card(page, title).count()
      },
      { timeout: 40_000, interval: 500 },
    )
    .toBe(1)
}

beforeAll(async () => {
  ;[jana, cem] = [await openColleague(), await openColleague()]
})
afterAll(async () => {
  for (const journey of [jana, cem]) await journey?.close()
})

test('Jana lets Cem in while he is in her house', async () => {
  const page = jana.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
  await addCard(page, 'Scanner aufstellen')
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await jana.go(people())
  await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill('Cem Aydın')
  await page.keyboard.press('Enter')
  await pair(jana, cem, {
    device: 'Laptop in der Außenstelle',
    open: async there => {
      await there.getByRole('button', { name: 'Cem Aydın: Menü' }).first().click()
      await there.getByRole('menuitem', { name: 'Einladen' }).click()
    },
  })
})

test('with no connection allowed, what each writes comes to the other through the folder', async () => {
  for (const journey of [jana, cem]) {
    await journey.context().addInitScript(() => {
      Object.defineProperty(globalThis, 'RTCPeerConnection', { value: undefined, configurable: true })
      Reflect.deleteProperty(globalThis, 'RTCPeerConnection')
    })
    await journey.page().reload()
    await chooseFolder(journey)
    await journey.go(board())
  }
  await addCard(jana.page(), 'Aktenplan prüfen')
  await arrives(cem.page(), 'Aktenplan prüfen')
  await addCard(cem.page(), 'Schlüssel abholen')
  await arrives(jana.page(), 'Schlüssel abholen')
  expect(await linkedOn(jana, people())).toBe(0)
})

test('a file in a mail does it, too; another file says that it is none', async () => {
  await jana.go(board())
  await addCard(jana.page(), 'Nur in der Mail')
  await jana.go(people())
  await cem.go(people())
  const [there, here] = [jana.page(), cem.page()]
  const [download] = await Promise.all([
    there.waitForEvent('download'),
    there.getByRole('button', { name: 'Datei erstellen' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Lotse-Abgleich-\d{4}-\d\d-\d\d\.lotse$/)
  const field = here.getByLabel('Datei einer Kollegin oder eines Kollegen')
  await field.setInputFiles({ name: 'rechnung.lotse', mimeType: '', buffer: Buffer.from('Rechnung Nr. 7') })
  await here.getByText('Das ist keine Datei zum Abgleichen.', { exact: false }).first().waitFor()
  await field.setInputFiles(await download.path())
  await here.getByText('Alles aus der Datei ist übernommen.').first().waitFor()
  await cem.go(board())
  await card(here, 'Nur in der Mail').waitFor()
})

test('both have the folder open at the same time: they find each other, and nobody needs a code', async () => {
  for (const journey of [jana, cem]) await journey.restart(people())
  await expect
    .poll(
      async () => {
        await carryFolder(jana.page(), cem.page())
        return linkedOn(jana, people())
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1)
})
