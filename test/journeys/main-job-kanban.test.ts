import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, cardIn, dragCard, moveByKeys, moveByMenu, openCard, titlesIn } from '../support/board-verbs.ts'
import { chooseFile, takeFile, trelloFile, trelloTitles, type NamedFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { deleteSiteData, goTo, saved } from '../support/team-verbs.ts'

/**
 * Farid Yildiz leads the register office. Its Trello board comes along; no sprints, no server, no account. A scene builds on the one before.
 */
let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

const titles = [...trelloTitles().values()].flat()
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
  for (const title of titles) await card(page, title).waitFor()
  expect(await page.getByRole('link', { name: 'Sprint' }).count(), 'a Kanban team has no Sprint place').toBe(0)
})
