import type { Locator } from 'playwright'
import { afterAll, expect, test } from 'vitest'
import { fillFolder, giveFolder, readFolder, removeFolder, type FolderFiles } from '../support/backup-folder.ts'
import { addCards, card, cardIn, closeCard, moveByKeys, openCard } from '../support/board-verbs.ts'
import { takeFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { redSquare } from '../support/long-word.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** Petra Lange keeps the work of her team on the network drive as well. Then her laptop is stolen. */
let journey: Journey
afterAll(() => journey.close())

const passphrase = 'vier Wörter auf einem Zettel'
let drive: FolderFiles = {}
let everything: Buffer | undefined
let route = ''

const button = (name: string | RegExp): Locator => journey.page().getByRole('button', { name, exact: true })
const photo = '„Balkon.png“ groß zeigen'

const hasCommentAndPhoto = async (): Promise<void> => {
  const page = journey.page()
  await page.locator('[data-comment]').filter({ hasText: 'Die Familie ist ab Montag da.' }).waitFor()
  await button(photo).waitFor()
}

/** Everything there is, as a file whose bytes are equal when the records, the photos and files are. */
const allAsFile = async (): Promise<Buffer> => {
  await goTo(journey.page(), 'Daten & Sicherung')
  return (await takeFile(journey.page(), 'Als Datei speichern')).buffer
}

test('a card comes back from the bin with its comment and its photo', async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  await journey.go('')
  const page = journey.page()
  await foundTeam(page, { person: 'Petra Lange', team: 'Jugendamt' })
  await addCards(page, 'Bereit', 'Alte Notiz', 'Hausbesuch planen')
  await moveByKeys(page, 'Hausbesuch planen', 'Right')
  await openCard(page, 'Hausbesuch planen')
  await page.getByRole('textbox', { name: 'Kommentar schreiben' }).fill('Die Familie ist ab Montag da.')
  await button('Kommentieren').click()
  const picture = { name: 'Balkon.png', mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64') }
  await page.locator('[data-section=references] input[type=file][multiple]').setInputFiles(picture)
  await hasCommentAndPhoto()
  await button('Mehr zu dieser Karte').click()
  await page.getByRole('menuitem', { name: 'Löschen' }).click()
  await card(page, 'Hausbesuch planen').waitFor({ state: 'detached' })
  route = new URL(page.url()).hash
  await goTo(page, 'Papierkorb')
  await button('„Hausbesuch planen“ zurückholen').click()
  await goTo(page, 'Board')
  await openCard(page, 'Hausbesuch planen')
  await hasCommentAndPhoto()
  await closeCard(page)
  await openCard(page, 'Alte Notiz')
  await button('Mehr zu dieser Karte').click()
  await page.getByRole('menuitem', { name: 'Löschen' }).click()
  await card(page, 'Alte Notiz').waitFor({ state: 'detached' })
  await saved(page)
}, 120_000)

test('she chooses a folder with a passphrase; the backup lies there at once, and its date stands on every screen', async () => {
  const page = journey.page()
  await giveFolder(page)
  everything = await allAsFile()
  await button('Sicherungsordner wählen').click()
  await page.getByRole('radio', { name: 'Nur wer die Passphrase kennt' }).check()
  await page.getByLabel(/^Passphrase/).fill(passphrase)
  await button('Ordner wählen').click()
  await page
    .getByRole('list', { name: 'Sicherungen im Ordner' })
    .getByText(/versiegelt/)
    .waitFor()
  await page.getByRole('link', { name: /^Sicherung .*\d\d:\d\d$/ }).waitFor()
  drive = await readFolder(page)
  expect(Object.keys(drive)).toEqual([expect.stringMatching(/^Lotse Jugendamt \d{4}-\d\d-\d\d\.lotse$/)])
}, 60_000)

test('the whole profile is gone: a new one finds the folder and has everything again, marked as restored', async () => {
  await journey.close()
  journey = await openJourney({ reducedMotion: 'reduce' })
  await journey.go(route)
  const page = journey.page()
  await page.getByText('Auf diesem Gerät liegen keine Daten zu diesem Team.').waitFor()
  await giveFolder(page)
  await fillFolder(page, drive)
  await page.getByRole('link', { name: 'Sicherung einspielen' }).click()
  await button('Ordner wählen').click()
  await button(/^„Lotse Jugendamt .*“ einspielen$/).click()
  const field = page.getByLabel(/^Passphrase/)
  await field.fill('vier Wörter auf einem Blatt')
  await button('Sicherung öffnen').click()
  await page.getByText('Die Passphrase passt nicht zu dieser Sicherung.').waitFor()
  await field.fill(passphrase)
  await button('Sicherung öffnen').click()
  await page.getByText('Karten: 2 neu').waitFor()
  await page.getByRole('combobox', { name: 'Wer sind Sie in dieser Sicherung?' }).selectOption('Petra Lange')
  await button('Einspielen').click()
  await page.getByRole('heading', { name: 'Die Sicherung ist eingespielt' }).waitFor()
  await page.getByRole('link', { name: 'Zum Board' }).click()
  await cardIn(page, 'In Arbeit', 'Hausbesuch planen').waitFor()
  await openCard(page, 'Hausbesuch planen')
  await hasCommentAndPhoto()
  const moved = page.locator('[data-history] li').filter({ hasText: 'Nach „In Arbeit“ verschoben' })
  expect(await moved.first().textContent()).toMatch(/Petra Lange, .* · aus Sicherung$/)
  await closeCard(page)
  await goTo(page, 'Papierkorb')
  await page.getByText('Alte Notiz', { exact: true }).waitFor()
  expect(everything?.equals(await allAsFile()), 'equal bytes: records, history, photos, bin, people, settings').toBe(
    true,
  )
}, 120_000)

test('where data exist a restore says first what it would change, and one undo takes it back', async () => {
  const page = journey.page()
  await goTo(page, 'Board')
  await addCards(page, 'Bereit', 'Danach entstanden')
  await goTo(page, 'Daten & Sicherung')
  await button('Sicherungsordner wählen').click()
  await button('Ordner wählen').click()
  await page.getByText(/Wer den Ordner öffnen kann, kann die Sicherungen lesen/).waitFor()
  await button(/^„Lotse Jugendamt .*\.lotse“ einspielen$/).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Passphrase/).fill(passphrase)
  await dialog.getByRole('button', { name: 'Sicherung öffnen' }).click()
  await dialog.getByText('Karten: 1 in den Papierkorb').click()
  await dialog.getByText('Danach entstanden').waitFor()
  await dialog.getByRole('button', { name: 'Zurückholen' }).click()
  await button('Rückgängig').last().click()
  await goTo(page, 'Board')
  await cardIn(page, 'Bereit', 'Danach entstanden').waitFor()
}, 60_000)

test('the drive is not connected: it is said over every screen, and nothing is lost', async () => {
  const page = journey.page()
  await removeFolder(page)
  await addCards(page, 'Bereit', 'Ohne Netzlaufwerk')
  await goTo(page, 'Daten & Sicherung')
  const sentence = page.getByText(/Der Ordner „Netzlaufwerk“ ist nicht zu finden/)
  await sentence.first().waitFor()
  await button('Jetzt sichern').click()
  await goTo(page, 'Board')
  await sentence.first().waitFor()
  await cardIn(page, 'Bereit', 'Ohne Netzlaufwerk').waitFor()
}, 60_000)
