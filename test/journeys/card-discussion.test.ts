import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, openCard } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { redSquare } from '../support/long-word.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Mira Yilmaz writes on a card what the inspection has found: in words, with the file number and a photo. */
let journey: Journey
const dialogs: string[] = []
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  const page = journey.page()
  page.on('dialog', dialog => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await journey.go('')
  await foundTeam(page, { person: 'Mira Yilmaz', team: 'Bauaufsicht' })
  await addCards(page, 'Bereit', 'Balkon prüfen')
  await openCard(page, 'Balkon prüfen')
})
afterAll(() => journey.close())

const comment = (text: string) => journey.page().locator('[data-comment]').filter({ hasText: text })
const link = (name: string) => journey.page().getByRole('link', { name })
const button = (name: string) => journey.page().getByRole('button', { name, exact: true })
const photo = '„Balkon.png“ groß zeigen'

/** A small file that would be decoded to gigabytes. */
const claimingPixels = (side: number): Buffer => {
  const bytes = Buffer.from(redSquare, 'base64')
  bytes.writeUInt32BE(side, 16)
  bytes.writeUInt32BE(side, 20)
  return bytes
}

const hostile = '<img src=x onerror=alert(1)>'

test('she comments and adds an address and a file number by keys alone', async () => {
  const keys = keyboardOf(journey)
  await keys.tabTo('Adresse, Pfad oder Aktenzeichen hinzufügen')
  await keys.type('Statik https://gutachten.example/balkon')
  await keys.press('Enter')
  await link('Statik').waitFor()
  await keys.type('Az. 63-2026/17')
  await keys.press('Enter')
  await button('„Az. 63-2026/17“ kopieren').waitFor()
  await keys.tabTo('Kommentar schreiben')
  await keys.type('Das Geländer ist **lose**.')
  await keys.press('Control+Enter')
  await comment('Das Geländer ist lose.').waitFor()
  await keys.focusIs('Kommentar schreiben')
})

test('a photo is kept; what is hostile in a comment, a link and a name stays text', async () => {
  const page = journey.page()
  const files = page.locator('[data-section=references] input[type=file][multiple]')
  await files.setInputFiles([
    { name: 'Balkon.png', mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64') },
    { name: `${hostile}.svg`, mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') },
    { name: 'Riesig.png', mimeType: 'image/png', buffer: claimingPixels(65_535) },
    { name: 'Halb.png', mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64').subarray(0, 40) },
    { name: 'Kaputt.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('kein Bild') },
  ])
  await button(photo).waitFor()
  await button(`„${hostile}.svg“ herunterladen`).waitFor()
  for (const sentence of [
    '„Riesig.png“ hat zu viele Bildpunkte. Verkleinert geht es.',
    '„Halb.png“ ist beschädigt oder abgeschnitten und wurde nicht hinzugefügt.',
    '„Kaputt.jpg“ nennt sich Bild und ist keines. Die Datei wurde nicht hinzugefügt.',
  ])
    await page.getByText(sentence).first().waitFor()
  const field = page.getByRole('textbox', { name: 'Adresse, Pfad oder Aktenzeichen hinzufügen' })
  await field.fill('javascript:alert(1)')
  await field.press('Enter')
  await page.getByText('Diese Adresse würde etwas ausführen und wird deshalb nicht aufgenommen.').first().waitFor()
  await field.fill('')
  await page.getByRole('textbox', { name: 'Kommentar schreiben' }).fill(`${hostile} [hier](javascript:alert(1))`)
  await button('Kommentieren').click()
  await comment(hostile).waitFor()
  expect(await comment(hostile).locator('img, a').count()).toBe(0)
  await saved(page)
})

test('with the server gone a reload shows all of it, the photo too', async () => {
  const page = journey.page()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await journey.stopServer()
  await page.reload()
  await comment('Das Geländer ist lose.').waitFor()
  await comment(hostile).waitFor()
  await link('Statik').waitFor()
  await button('„Az. 63-2026/17“ kopieren').waitFor()
  await button(`„${hostile}.svg“ herunterladen`).waitFor()
  await button(photo).click()
  const whole = page.getByRole('dialog').getByRole('img', { name: 'Balkon.png' })
  await whole.waitFor()
  await expect.poll(() => whole.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(8)
  expect(dialogs).toEqual([])
})
