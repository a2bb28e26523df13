import type { Page } from 'playwright'
import { openSample } from '../screenshots/sample.mjs'
import type { Journey } from './journey.ts'
import { saved } from './team-verbs.ts'
import type { Addresses } from './walk.ts'

/** A word that German officials use, and that no narrow box likes. */
export const longWord = 'Grundstücksverkehrsgenehmigungszuständigkeit'

/** Eight pixels by eight. */
export const redSquare =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4oKCAFTEMLQkAKj9AAXjm1WMAAAAASUVORK5CYII='

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

const nameTeam = async (page: Page, address: string, team: string): Promise<void> => {
  await page.goto(`${address}#/t/${team}/people`)
  await page.getByRole('textbox', { name: 'Teamname' }).fill(longWord)
  await page.keyboard.press('Enter')
}

const nameColumn = async (page: Page, address: string, team: string): Promise<void> => {
  await page.goto(`${address}#/t/${team}/board`)
  await button(page, /^Spalte .*: Menü$/)
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Spalte bearbeiten' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(longWord)
  await page.getByRole('textbox', { name: 'Regel' }).fill(longWord)
  // More cards than a column takes: only a merge brings that about, or a limit that came later.
  await page.getByRole('combobox', { name: 'Grenze' }).selectOption('refuse')
  await page.getByRole('textbox', { name: 'Höchstens so viele Karten' }).fill('1')
  await button(page, 'Spalte sichern').click()
  await page.locator(`[data-column][aria-label="${longWord}"]`).waitFor()
}

/** A photo, and a file that is none. */
const addFiles = async (page: Page): Promise<void> => {
  const field = page.locator('[data-section=references] input[type=file][multiple]')
  const photo = { name: `${longWord}.png`, mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64') }
  const file = { name: `${longWord}.txt`, mimeType: 'text/plain', buffer: Buffer.from(longWord) }
  await field.setInputFiles([photo, file])
  await button(page, `„${longWord}.png“ groß zeigen`).waitFor()
  await button(page, `„${longWord}.txt“ herunterladen`).waitFor()
}

/** The card's title, a label, a criterion, a checklist, a file number, a comment, a photo and a file. */
const nameCard = async (page: Page, address: string, { team, card }: Addresses): Promise<void> => {
  await page.goto(`${address}#/t/${team}/c/${card}`)
  await button(page, /^Labels: /).click()
  await page.getByRole('combobox', { name: 'Labels' }).fill(longWord)
  await page.getByRole('option', { name: `Label „${longWord}“ anlegen` }).click()
  await page.keyboard.press('Escape')
  for (const field of ['Kriterium hinzufügen', 'Checkliste hinzufügen', 'Adresse, Pfad oder Aktenzeichen hinzufügen']) {
    await page.getByRole('textbox', { name: field }).fill(longWord)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('textbox', { name: 'Kommentar schreiben' }).fill(longWord)
  await page.keyboard.press('Control+Enter')
  await page.locator('[data-comment]').filter({ hasText: longWord }).waitFor()
  await addFiles(page)
  await button(page, /^Titel: /).click()
  await page.getByRole('textbox', { name: 'Titel', exact: true }).fill(longWord)
  await page.keyboard.press('Enter')
  await button(page, `Titel: ${longWord}`).waitFor()
}

/** The sample "Musterstadt", with the word as the name of a team, a column, a label, a card and what stands in it. */
export const nameEverythingLong = async (page: Page, address: string): Promise<Addresses> => {
  const addresses = (await openSample(page, address)) as Addresses
  await nameTeam(page, address, addresses.team)
  await nameColumn(page, address, addresses.team)
  await nameCard(page, address, addresses)
  await saved(page)
  return addresses
}

export const openWithLongWord = (journey: Journey): Promise<Addresses> =>
  nameEverythingLong(journey.page(), journey.address)
