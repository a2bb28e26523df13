import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { assign } from '../support/assign.ts'
import { card } from '../support/board-verbs.ts'
import { addCard, linkedOn, openColleague, pair } from '../support/colleagues.ts'
import { takeFile } from '../support/file-verbs.ts'
import type { Journey } from '../support/journey.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** In Musterstadt Jana Vogt alone administers. Her laptop is lost; Cem Aydın’s phone and a sheet in the safe are left. */

const passphrase = 'Hafen Nebel Leuchtturm 7'
let jana: Journey
let cem: Journey
let hall: Journey
let doerte: Journey
let team = ''
let text = ''
let file = ''
const people = (): string => `#/t/${team}/people`

const inMenu = async (page: Page, part: string, name: string, entry: string): Promise<void> => {
  const menu = page.getByRole('region', { name: part }).getByRole('button', { name: `${name}: Menü` })
  await menu.click()
  await page.getByRole('menuitem', { name: entry }).click()
}

const invites =
  (name: string) =>
  (page: Page): Promise<void> =>
    inMenu(page, 'Personen', name, 'Einladen')

const addPerson = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill(name)
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: `${name}: Menü` })
    .first()
    .waitFor()
}

/** What lies on somebody's Heute. */
const isOwn = async (journey: Journey, title: string): Promise<void> => {
  await journey.go('#/today')
  await journey.page().getByRole('link', { name: title }).first().waitFor()
}

beforeAll(async () => {
  ;[jana, cem] = [await openColleague(), await openColleague({ width: 390, height: 844, touch: true })]
  const page = jana.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
})
afterAll(async () => {
  for (const journey of [jana, cem, hall, doerte]) await journey?.close()
})

test('when the second person has joined a sheet is offered, and a second one who administers', async () => {
  const page = jana.page()
  await addCard(page, 'Scanner aufstellen')
  await assign(page, 'Scanner aufstellen', 'Jana Vogt')
  await jana.go(people())
  await addPerson(page, 'Cem Aydın')
  expect(await page.getByRole('button', { name: 'Blatt erstellen' }).count()).toBe(0)
  await pair(jana, cem, { device: 'Diensthandy', open: invites('Cem Aydın') })
  await page.getByRole('button', { name: 'Cem Aydın verwalten lassen' }).waitFor()
  await page.getByRole('button', { name: 'Blatt erstellen', exact: true }).click()
  await page.getByRole('textbox', { name: 'Passphrase für das Blatt' }).fill(passphrase)
  await page.getByRole('dialog').getByRole('button', { name: 'Blatt erstellen' }).click()
  await page.getByRole('heading', { name: 'Das Blatt ist fertig' }).waitFor()
  file = (await takeFile(page, 'Als Datei sichern')).buffer.toString('utf8')
  await page.getByRole('dialog').getByRole('button', { name: 'Drucken' }).click()
  await page.getByRole('img', { name: 'QR-Code mit dem Text des Blatts' }).waitFor()
  text = (await page.locator('[data-sheet] span').allInnerTexts()).join('-')
  expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){24}[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(file.replaceAll(/-?\s+/g, '-')).toContain(text)
  await jana.go(people())
  await page.getByText('Frühere Blätter gelten weiter', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: 'Blatt erstellen', exact: true }).count()).toBe(0)
})

const openSheet = async (page: Page, typed: string, secret: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Text des Blatts' }).fill(typed)
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(secret)
  await page.getByRole('button', { name: 'Blatt öffnen' }).click()
}

test('her laptop is gone; on a new one a slip, a wrong passphrase and another town’s invitation are told apart', async () => {
  await saved(cem.page())
  await jana.close()
  hall = await openColleague()
  const page = hall.page()
  await page.getByRole('button', { name: 'Einem Team beitreten' }).click()
  await page.getByRole('link', { name: 'Wiederherstellungsblatt verwenden' }).click()
  const slip = text.startsWith('7') ? `8${text.slice(1)}` : `7${text.slice(1)}`
  await openSheet(page, slip, passphrase)
  await page.getByText('Hier stimmt ein Zeichen nicht', { exact: false }).waitFor()
  await openSheet(page, text.toLowerCase(), 'Hafen Nebel Leuchtturm 8')
  await page.getByText('Die Passphrase passt nicht', { exact: false }).waitFor()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Datei öffnen' }).click(),
  ])
  await chooser.setFiles({ name: 'Blatt.txt', mimeType: 'text/plain', buffer: Buffer.from(file) })
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
  await page.getByRole('button', { name: 'Blatt öffnen' }).click()
  await page.getByText('Das Blatt ist offen.', { exact: false }).waitFor()
  doerte = await openColleague()
  await foundTeam(doerte.page(), { person: 'Dörte Petersen', team: 'Nachbarstadt' })
  await goTo(doerte.page(), 'Team & Geräte')
  await doerte.page().getByRole('button', { name: 'Weiteres Gerät verbinden' }).click()
  await doerte.page().getByRole('button', { name: 'Einladung erstellen' }).click()
  await doerte.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await doerte.page().getByRole('button', { name: 'Link kopieren' }).click()
  await doerte.page().getByText('Link kopiert').waitFor()
  const link = await doerte.page().evaluate(() => navigator.clipboard.readText())
  await page.getByRole('textbox', { name: 'Einladung einfügen' }).fill(link)
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByText('gehört zu einem anderen Arbeitsbereich als das Blatt', { exact: false }).waitFor()
})

test('with Cem’s phone beside it the sheet makes it Jana’s device that administers, and her cards are hers', async () => {
  await cem.go(people())
  await pair(cem, hall, {
    device: 'Ersatzlaptop',
    open: page => inMenu(page, 'Geräte und Zugang', 'Jana Vogt', 'Mit Blatt zurückholen'),
  })
  await card(hall.page(), 'Scanner aufstellen').waitFor()
  await isOwn(hall, 'Scanner aufstellen')
  await hall.go(people())
  const own = hall.page().locator('[data-member]').filter({ hasText: 'das sind Sie' })
  await own.getByText('verwaltet · das sind Sie').waitFor()
  expect(await own.locator('[data-device]').count()).toBe(2)
})

test('it takes the lost laptop out and lets Dörte in', async () => {
  const page = hall.page()
  const lost = page.locator('[data-member]').filter({ hasText: 'das sind Sie' }).locator('[data-device]')
  const other = lost.filter({ hasNotText: 'dieses Gerät' })
  await other.getByRole('button', { name: /: Menü$/ }).click()
  await page.getByRole('menuitem', { name: 'Gerät entfernen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gerät entfernen' }).click()
  await expect.poll(() => lost.count()).toBe(1)
  await addPerson(page, 'Dörte Petersen')
  await pair(hall, doerte, { device: 'Dörtes Laptop', open: invites('Dörte Petersen') })
  await card(doerte.page(), 'Scanner aufstellen').waitFor()
  await expect.poll(() => linkedOn(hall, people()), { timeout: 45_000 }).toBe(2)
})

const databasesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []))

test('Dörte changes offices: she leaves on her device, the others see it, and nothing of it is left there', async () => {
  const page = doerte.page()
  await doerte.go('#/settings')
  const before = await databasesOf(page)
  await page.getByRole('button', { name: 'Bauakte entfernen' }).click()
  await page.getByText('liegt alles, was hier ist', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Endgültig entfernen' }).click()
  await page.getByText('„Bauakte“ ist von diesem Gerät entfernt.').first().waitFor()
  const after = await databasesOf(page)
  expect(after.length).toBeLessThan(before.length)
  await hall.go(people())
  await expect.poll(() => hall.page().getByText('Dörtes Laptop').count()).toBe(0)
  await hall.page().getByText('Ersatzlaptop').waitFor()
  await page.getByText('Nachbarstadt').first().waitFor()
  expect(await page.getByText('Bauakte', { exact: true }).count()).toBe(0)
})
