import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { digestOf, type PlainDocument } from '../../src/document/canonical.ts'
import { assign } from '../support/assign.ts'
import { addCards, card, cardIn, closeCard, moveByKeys, openCard } from '../support/board-verbs.ts'
import { addCard, openColleague, pair } from '../support/colleagues.ts'
import { takeFile } from '../support/file-verbs.ts'
import type { Journey } from '../support/journey.ts'
import { redSquare } from '../support/long-word.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** In Musterstadt Jana Vogt alone administered. Her laptop is gone and nobody made a sheet; Cem Aydın has everything on his. */

let jana: Journey
let cem: Journey
let team = ''
const people = (): string => `#/t/${team}/people`
const board = (): string => `#/t/${team}/board`

const invite = async (inviter: Journey, invited: Journey, name: string, device: string): Promise<void> => {
  await inviter.go(people())
  await pair(inviter, invited, {
    device,
    open: async page => {
      await page
        .getByRole('button', { name: `${name}: Menü` })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Einladen' }).click()
    },
  })
}

type Documents = { readonly [name: string]: PlainDocument }

const documentsOf = async (page: Page): Promise<Documents> => {
  await goTo(page, 'Dateien')
  await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Ausgeben').click()
  const { buffer } = await takeFile(page, 'Sicherung herunterladen')
  const { documents } = JSON.parse(buffer.toString('utf8')) as { readonly documents: Documents }
  return documents
}

/** A device names itself for the others as soon as it comes; all else has to be the same. */
const withoutDevices = (documents: Documents): Documents =>
  Object.fromEntries(
    Object.entries(documents).map(([name, types]) => [
      name,
      Object.fromEntries(Object.entries(types).filter(([type]) => type !== 'device')),
    ]),
  )

beforeAll(async () => {
  ;[jana, cem] = [await openColleague(), await openColleague()]
})
afterAll(async () => {
  for (const journey of [jana, cem]) await journey?.close()
})

test('Jana works with Cem: cards, a comment, a photo, something in the bin', async () => {
  const page = jana.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
  await addCards(page, 'Bereit', 'Scanner aufstellen', 'Toner bestellen', 'Faxgerät entsorgen')
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await assign(page, 'Scanner aufstellen', 'Jana Vogt')
  await moveByKeys(page, 'Scanner aufstellen', 'Right')
  await cardIn(page, 'In Arbeit', 'Scanner aufstellen').waitFor()
  await openCard(page, 'Scanner aufstellen')
  await page.getByRole('textbox', { name: 'Kommentar schreiben' }).fill('Steht im Keller.')
  await page.keyboard.press('Control+Enter')
  await page.locator('[data-comment]').filter({ hasText: 'Steht im Keller.' }).waitFor()
  await closeCard(page)
  await openCard(page, 'Faxgerät entsorgen')
  await page.getByRole('button', { name: 'Mehr zu dieser Karte' }).click()
  await page.getByRole('menuitem', { name: 'Löschen' }).click()
  await expect.poll(() => card(page, 'Faxgerät entsorgen').count()).toBe(0)
  await saved(page)
  await jana.go(people())
  await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill('Cem Aydın')
  await page.keyboard.press('Enter')
  await invite(jana, cem, 'Cem Aydın', 'Laptop im Bauamt')
  await addCard(cem.page(), 'Von Cem geschrieben')
  await openCard(cem.page(), 'Von Cem geschrieben')
  await cem
    .page()
    .locator('[data-section=references] input[type=file][multiple]')
    .setInputFiles([{ name: 'Keller.png', mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64') }])
  await cem.page().getByRole('button', { name: '„Keller.png“ groß zeigen' }).waitFor()
  await closeCard(cem.page())
  await saved(cem.page())
})

let before: Documents

test('her laptop is gone; Cem founds a successor with one button, and nothing is missing in it', async () => {
  await jana.close()
  const page = cem.page()
  before = await documentsOf(page)
  await cem.go(people())
  await page.getByRole('link', { name: 'Nachfolge gründen' }).click()
  await page.getByText('Verwaltet wird hier noch von: Jana Vogt.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Nachfolge gründen' }).click()
  await page.getByRole('heading', { name: 'Die Nachfolge ist gegründet' }).waitFor()
  await saved(page)
  const after = await documentsOf(page)
  expect(await digestOf(withoutDevices(after))).toBe(await digestOf(withoutDevices(before)))
  await cem.go(board())
  await cardIn(page, 'In Arbeit', 'Scanner aufstellen').waitFor()
  await card(page, 'Von Cem geschrieben').waitFor()
  await openCard(page, 'Scanner aufstellen')
  await page.locator('[data-comment]').filter({ hasText: 'Steht im Keller.' }).waitFor()
  await closeCard(page)
  await openCard(page, 'Von Cem geschrieben')
  await page.getByRole('button', { name: '„Keller.png“ groß zeigen' }).locator('img').waitFor()
  await closeCard(page)
  await cem.go(people())
  await page.getByText('verwaltet · das sind Sie').waitFor()
})

test('the previous workspace is still there, under a name that says so', async () => {
  const page = cem.page()
  await cem.go('#/start')
  await page.getByText('Bauakte (früher)').waitFor()
})

test('Jana is invited anew, and the card that was hers is hers', async () => {
  jana = await openColleague()
  await cem.go(people())
  await invite(cem, jana, 'Jana Vogt', 'Ersatzlaptop')
  await card(jana.page(), 'Von Cem geschrieben').waitFor()
  await jana.go('#/today')
  await jana.page().getByRole('link', { name: 'Scanner aufstellen' }).first().waitFor()
})
