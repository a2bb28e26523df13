import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, cardIn, closeCard, dragCard, moveByKeys, moveByMenu, openCard } from '../support/board-verbs.ts'
import { chooseFile, takeFile, trelloFile, trelloTitles, type NamedFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { deleteSiteData, goTo, saved } from '../support/team-verbs.ts'
import { holdAsPhone, tap } from '../support/touch.ts'

/**
 * Claudia Peters brings the Trello board of her team, plans a sprint, works it on the laptop and on the phone, and closes it.
 * No server after the first visit, no account, no network. Each scene goes on where the one before ended.
 */
let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.close())

const lists = trelloTitles()
const titles = [...lists.values()].flat()
const [one = '', two = '', three = '', four = '', five = ''] = titles

const row = (place: Locator, title: string): Locator =>
  place.locator('[data-card]').filter({ has: place.page().getByText(title, { exact: true }) })

test('from the address to a started sprint in at most 15 actions', async () => {
  const page = journey.page()
  const actions: string[] = []
  const act = async (name: string, doIt: () => Promise<unknown>): Promise<void> => {
    actions.push(name)
    await doIt()
  }
  await journey.go('')
  await act('Mitbringen', () => page.getByRole('button', { name: 'Mitbringen' }).click())
  actions.push('Datei wählen')
  await act('the file', () => chooseFile(page, trelloFile))
  await act('own name', () => page.getByRole('textbox', { name: 'Ihr Name' }).fill('Claudia Peters'))
  await act('in sprints', () => page.getByText('In Sprints (Scrum)').click())
  for (const list of [...lists.keys()].slice(1))
    await act(`${list} to the backlog`, () => page.getByRole('combobox', { name: list }).selectOption('Backlog'))
  await act('Übernehmen', () => page.getByRole('button', { name: 'Übernehmen' }).click())
  await page.getByRole('heading', { name: `${titles.length} Karten sind da` }).waitFor()
  await act('Backlog', () => goTo(page, 'Backlog'))
  await act('rank', async () => {
    await row(page.locator('main'), five).focus()
    await page.keyboard.press('Alt+ArrowUp')
  })
  await act('Sprint', () => goTo(page, 'Sprint'))
  await act('goal', () =>
    page.getByRole('textbox', { name: 'Was ist am Ende möglich' }).fill('Die Akten liegen alle elektronisch vor'),
  )
  await act('Sprint anlegen', () => page.getByRole('button', { name: 'Sprint anlegen' }).click())
  await act('take all', () => page.getByRole('button', { name: `Alle ${titles.length} übernehmen` }).click())
  await act('Sprint starten', () => page.getByRole('button', { name: 'Sprint starten' }).click())
  await page.getByRole('tab', { name: 'Läuft', selected: true }).waitFor()
  await saved(page)
  console.log(`${actions.length} actions: ${actions.join(', ')}`)
  expect(actions.length).toBeLessThanOrEqual(15)
})

test('the rank given in the backlog is the rank on the board', async () => {
  const page = journey.page()
  await goTo(page, 'Board')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await cardIn(page, 'Bereit', five).waitFor()
  const order = await page.locator('[data-column] [data-card] p').allTextContents()
  expect(order.indexOf(five)).toBeLessThan(order.indexOf(four))
  await page.getByText('Die Akten liegen alle elektronisch vor').waitFor()
})

test('cards move by pointer, by Alt and arrows, and by menu', async () => {
  const page = journey.page()
  await dragCard(page, one, 'In Arbeit')
  await moveByKeys(page, two, 'Right', 'Right')
  await cardIn(page, 'Prüfung', two).waitFor()
  await moveByMenu(page, five, 'Erledigt')
  await cardIn(page, 'Erledigt', five).waitFor()
  await saved(page)
})

test('an impediment is reported on the phone in three taps, only the title typed', async () => {
  const page = journey.page()
  await holdAsPhone(page)
  await tap(page, page.getByRole('button', { name: 'Neu', exact: true }))
  await tap(page, page.getByRole('button', { name: 'Hindernis', exact: true }))
  await page.getByRole('textbox', { name: 'Was hält das Team auf?' }).waitFor()
  await page.keyboard.insertText('Der Scanner im Bürgerbüro ist defekt')
  await tap(page, page.getByRole('button', { name: 'Melden', exact: true }))
  await page.getByText('Hindernis gemeldet: Der Scanner im Bürgerbüro ist defekt').first().waitFor()
  await tap(page, page.getByRole('navigation', { name: 'Orte' }).getByRole('link', { name: 'Hindernisse' }))
  await page.getByRole('link', { name: 'Der Scanner im Bürgerbüro ist defekt' }).waitFor()
  await saved(page)
  await holdAsPhone(page, false)
})

test("an impediment is reported from a card's menu and holds up that card", async () => {
  const page = journey.page()
  await goTo(page, 'Board')
  await openCard(page, one)
  await page.getByRole('button', { name: 'Mehr zu dieser Karte' }).click()
  await page.getByRole('menuitem', { name: 'Hindernis melden' }).click()
  await page.keyboard.insertText('Freigabe der Kämmerei fehlt')
  await page.keyboard.press('Enter')
  await closeCard(page)
  await card(page, one).getByText('Hindernis seit heute').waitFor()
  await saved(page)
})

const boardNow = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-column]').evaluateAll(columns => columns.map(column => (column as HTMLElement).innerText))

test('the server stops; a reload shows everything', async () => {
  const page = journey.page()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const before = await boardNow(page)
  await journey.stopServer()
  await page.reload()
  await card(page, one).getByText('Hindernis seit heute').waitFor()
  expect(await boardNow(page)).toEqual(before)
})

test('the sprint closes without the server, with each choice for what is open', async () => {
  const page = journey.page()
  await goTo(page, 'Sprint')
  await page.getByRole('button', { name: 'Sprint abschließen' }).click()
  const dialog = page.getByRole('dialog')
  const choose = (title: string, choice: string): Promise<unknown> =>
    dialog.getByRole('combobox', { name: `Wohin mit „${title}“`, exact: true }).selectOption(choice)
  await dialog.getByRole('combobox', { name: 'Alle' }).selectOption('Backlog')
  await choose(one, 'Sprint 2')
  await choose(three, 'ist fertig')
  await choose(four, 'verwerfen')
  await dialog.getByRole('button', { name: 'Sprint abschließen' }).click()
  await dialog.waitFor({ state: 'detached' })
  await saved(page)
  await page.getByRole('tab', { name: 'Planung' }).click()
  const planned = page.locator('[data-side=sprint]')
  const backlog = page.locator('[data-side=backlog]')
  await row(planned, one).waitFor()
  await row(backlog, two).waitFor()
  expect(await row(backlog, three).count(), 'finished stays with its sprint').toBe(0)
  expect(await row(backlog, four).count(), 'dropped is in no list').toBe(0)
  await page.getByRole('tab', { name: 'Frühere' }).click()
  await page.getByRole('link', { name: 'Sprint 1' }).first().waitFor()
})

let archive: NamedFile

test('the archive brings everything back after the site data are deleted, byte for byte', async () => {
  const page = journey.page()
  const giveArchive = async (): Promise<NamedFile> => {
    await goTo(page, 'Dateien')
    await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Ausgeben').click()
    return takeFile(page, 'Sicherung herunterladen')
  }
  archive = await giveArchive()
  await journey.startServer()
  await deleteSiteData(page)
  await journey.go('')
  await page.getByRole('button', { name: 'Mitbringen' }).click()
  await chooseFile(page, archive)
  await page.getByRole('combobox', { name: 'Wer sind Sie in dieser Sicherung?' }).selectOption('Claudia Peters')
  await page.getByRole('button', { name: 'Einspielen' }).click()
  await page.getByRole('heading', { name: 'Die Sicherung ist eingespielt' }).waitFor()
  await page.getByRole('link', { name: 'Zum Board' }).click()
  await saved(page)
  const again = await giveArchive()
  expect(again.buffer.equals(archive.buffer), 'a second export is equal to the first').toBe(true)
})

test('nothing went anywhere, nothing broke the policy, nothing was an error', () => {
  const { foreign, violations, errors } = journey.watch
  expect({ foreign, violations, errors }).toEqual({ foreign: [], violations: [], errors: [] })
})
