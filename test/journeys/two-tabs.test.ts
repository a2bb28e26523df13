import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, cardIn, dragCard, moveByKeys } from '../support/board-verbs.ts'
import { behindJournal, projectedTitles, rowsOnDisk } from '../support/disk.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Mira Brandt has the board open twice, as everybody has sooner or later. The older tab leads. */
let journey: Journey
let older: Page
let newer: Page

const itemEntries = async (page: Page): Promise<number> =>
  (await rowsOnDisk(page, 'entries')).filter(({ document }) => String(document).startsWith('team:')).length

/** As when the operating system takes the tab's process away: no unload, no message to anybody. */
const crash = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined)
  await crashed
}

beforeAll(async () => {
  journey = await openJourney()
  await journey.go('')
  older = journey.page()
  await foundTeam(older, { person: 'Mira Brandt', team: 'Bauaufsicht' })
  await addCards(older, 'Bereit', 'Bauantrag Lindenweg prüfen')
  await saved(older)
  newer = await journey.openTab(new URL(older.url()).hash)
  await cardIn(newer, 'Bereit', 'Bauantrag Lindenweg prüfen').waitFor()
})
afterAll(() => journey.close())

test('what is moved in one tab moves in the other and is journalled once', async () => {
  const before = await itemEntries(older)
  await dragCard(newer, 'Bauantrag Lindenweg prüfen', 'In Arbeit')
  await cardIn(older, 'In Arbeit', 'Bauantrag Lindenweg prüfen').waitFor()
  await saved(newer)
  await saved(older)
  expect(await itemEntries(older)).toBe(before + 1)
})

test('edits in both tabs meet on both screens', async () => {
  await Promise.all([
    addCards(older, 'Bereit', 'Nachbarbeteiligung einleiten'),
    addCards(newer, 'Prüfung', 'Brandschutz abstimmen'),
  ])
  await cardIn(newer, 'Bereit', 'Nachbarbeteiligung einleiten').waitFor()
  await cardIn(older, 'Prüfung', 'Brandschutz abstimmen').waitFor()
})

test('the leader dies in the middle of its work; the other tab loses nothing and goes on with the housework', async () => {
  await addCards(older, 'Bereit', 'Statik nachfordern')
  await crash(older)
  await cardIn(newer, 'Bereit', 'Statik nachfordern').waitFor()
  await addCards(newer, 'Bereit', 'Bescheid schreiben')
  const upAndDown = Array.from({ length: 35 }, () => ['Up', 'Down']).flat()
  await moveByKeys(newer, 'Bescheid schreiben', ...upAndDown)
  await saved(newer)
  await expect.poll(() => behindJournal(newer), { timeout: 15_000, interval: 500 }).toEqual([])
  expect(await projectedTitles(newer)).toEqual(expect.arrayContaining(['Statik nachfordern', 'Bescheid schreiben']))
})

test('a tab that does not lead dies; the leader keeps what it had written', async () => {
  const third = await journey.openTab(new URL(newer.url()).hash)
  await addCards(third, 'Erledigt', 'Akte angelegt')
  await crash(third)
  await cardIn(newer, 'Erledigt', 'Akte angelegt').waitFor()
  const fourth = await journey.openTab(new URL(newer.url()).hash)
  await cardIn(fourth, 'Erledigt', 'Akte angelegt').waitFor()
  await newer.close()
  await addCards(fourth, 'Bereit', 'Abnahme vereinbaren')
  await saved(fourth)
  await expect.poll(() => behindJournal(fourth), { timeout: 15_000, interval: 500 }).toEqual([])
})
