import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, cardIn, closeCard, column, dragCard, moveByKeys, moveByMenu, openCard } from '../support/board-verbs.ts'
import { titlesIn } from '../support/board-verbs.ts'
import { chooseFile, takeFile, trelloFile, trelloTitles, type NamedFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { deleteSiteData, goTo, saved } from '../support/team-verbs.ts'

/**
 * Farid Yildiz leads the register office. Its Trello board comes along; no sprints, no server, no account.
 * Each scene goes on where the one before ended.
 */
let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

const lists = [...trelloTitles()]
const titles = lists.flatMap(([, cards]) => cards)
const [first = '', second = '', third = ''] = titles
let archive: NamedFile

test('the Trello board comes along and becomes the team', async () => {
  await journey.go('')
  const page = journey.page()
  await page.getByRole('button', { name: 'Mitbringen' }).click()
  await chooseFile(page, trelloFile)
  await page.getByRole('textbox', { name: 'Name des neuen Teams' }).fill('Meldewesen')
  await page.getByRole('textbox', { name: 'Ihr Name' }).fill('Farid Yildiz')
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('heading', { name: `${titles.length} Karten sind da` }).waitFor()
  await page.getByRole('link', { name: 'Zum Board' }).click()
  await saved(page)
  for (const [list, cards] of lists) expect(await titlesIn(page, list)).toEqual(cards)
  expect(await page.getByRole('link', { name: 'Sprint' }).count(), 'a Kanban team has no Sprint place').toBe(0)
})

test('cards move by pointer, by Alt and arrows, and by menu', async () => {
  const page = journey.page()
  const [from = '', next = '', last = ''] = lists.map(([list]) => list)
  await dragCard(page, first, next)
  await moveByKeys(page, second, 'Right', 'Right')
  await cardIn(page, last, second).waitFor()
  await moveByMenu(page, third, last)
  await cardIn(page, last, third).waitFor()
  expect(await titlesIn(page, from)).not.toContain(first)
  await saved(page)
})

test('an impediment is reported on the card and tells on its face', async () => {
  const page = journey.page()
  await openCard(page, first)
  await page.getByRole('textbox', { name: 'Hindernis melden' }).fill('Schnittstelle zum Register steht still')
  await page.keyboard.press('Enter')
  await closeCard(page)
  await card(page, first).getByText('Hindernis seit heute').waitFor()
  await goTo(page, 'Hindernisse')
  await page.getByRole('link', { name: 'Schnittstelle zum Register steht still' }).waitFor()
  await saved(page)
})

test('with the server gone a reload shows everything', async () => {
  const page = journey.page()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await journey.stopServer()
  await goTo(page, 'Board')
  const before = await Promise.all(lists.map(([list]) => titlesIn(page, list)))
  await page.reload()
  await card(page, first).getByText('Hindernis seit heute').waitFor()
  expect(await Promise.all(lists.map(([list]) => titlesIn(page, list)))).toEqual(before)
  await column(page, lists[0]?.[0] ?? '').waitFor()
})

test('the archive brings everything back on an empty device, byte for byte', async () => {
  const page = journey.page()
  await journey.startServer()
  await goTo(page, 'Dateien')
  await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Ausgeben').click()
  archive = await takeFile(page, 'Sicherung herunterladen')
  await deleteSiteData(page)
  await journey.go('')
  await page.getByRole('button', { name: 'Mitbringen' }).click()
  await chooseFile(page, archive)
  await page.getByRole('combobox', { name: 'Wer sind Sie in dieser Sicherung?' }).selectOption('Farid Yildiz')
  await page.getByRole('button', { name: 'Einspielen' }).click()
  await page.getByRole('heading', { name: 'Die Sicherung ist eingespielt' }).waitFor()
  await page.getByRole('link', { name: 'Zum Board' }).click()
  await card(page, first).getByText('Hindernis seit heute').waitFor()
  await goTo(page, 'Dateien')
  await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Ausgeben').click()
  const again = await takeFile(page, 'Sicherung herunterladen')
  expect(again.buffer.equals(archive.buffer), 'a second export is equal to the first').toBe(true)
})
