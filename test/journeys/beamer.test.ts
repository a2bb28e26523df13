import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import { axeViolations } from '../support/axe.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { meetingRuler, probeLayout } from '../support/layout-probe.ts'
import { settle, type Addresses } from '../support/walk.ts'

/** Katrin Albers plugs her laptop into the projector of the meeting room; Jonas Wieland estimates at the next table. */
let journey: Journey
let addresses: Addresses
let page: Page

beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce', width: 1280, height: 720 })
  page = journey.page()
  addresses = (await openSample(page, journey.address)) as Addresses
  await go('board', '[data-column]')
})
afterAll(() => journey.close())

const go = async (place: string, shown: string): Promise<void> => {
  await page.evaluate(address => {
    location.hash = address
  }, `#/t/${addresses.team}/${place}`)
  await page.locator(shown).first().waitFor()
}
const meeting = () => page.locator('html[data-beamer]')
const places = () => page.getByRole('navigation', { name: 'Orte' })
/** The keys come a moment after the first paint. */
const pressUntil = (key: string, isThere: () => Promise<boolean>) =>
  expect
    .poll(async () => {
      if (!(await isThere())) await page.keyboard.press(key)
      return isThere()
    })
    .toBe(true)
const looksLarge = async (): Promise<void> => {
  await settle(page)
  const found = await probeLayout(page, meetingRuler)
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map(kind => [kind, []])))
  expect(await axeViolations(page, { inSurface: false })).toEqual([])
}

test('Umschalt+B shows the board large: no places, no filter for one person, nothing below 20 px', async () => {
  await page.getByRole('button', { name: 'Nur meine' }).click()
  await pressUntil('Shift+B', async () => (await meeting().count()) > 0)
  await places().first().waitFor({ state: 'detached' })
  await page.getByText('Lastprobe mit 80 gleichzeitig Arbeitenden').first().waitFor()
  expect(await page.getByRole('button', { name: 'Nur meine' }).count()).toBe(0)
  await looksLarge()
})

test('a reload stays in the meeting, cards move by keys as before, and no message names them', async () => {
  await page.reload()
  await page.locator('[data-column] [data-card]').first().waitFor()
  expect(await places().count()).toBe(0)
  const first = page.locator('[data-column]').first().locator('[data-card]').first()
  const id = await first.getAttribute('data-card')
  await first.focus()
  await page.keyboard.press('Delete')
  await page.locator(`[data-card="${id}"]`).waitFor({ state: 'detached' })
  expect(await page.locator('[data-named]').first().isVisible()).toBe(false)
  await page.keyboard.press('Control+z')
  await page.locator(`[data-card="${id}"]`).first().waitFor()
})

test('what is estimated elsewhere stands in the planning at once', async () => {
  await go('sprint/planning', 'main [data-card]')
  await looksLarge()
  const other = await journey.openTab(`#/t/${addresses.team}/sprint/planning`)
  await other.getByText('Schulung der Sachbearbeitung, zweite Gruppe').first().click()
  // A tab of its own is no meeting.
  expect(await other.locator('html[data-beamer]').count()).toBe(0)
  await other.getByRole('button', { name: /^Schätzung: / }).click()
  await other.getByRole('dialog').getByText('13', { exact: true }).click()
  await expect.poll(() => page.locator('main').textContent()).toContain('3 Karten · 26 Punkte')
  await other.close()
})

test('Esc closes what lies open first, then leaves; the button does the same', async () => {
  await page.getByText('Schulung der Sachbearbeitung, zweite Gruppe').first().click()
  await page.getByRole('button', { name: /^Titel: Schulung/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Titel: Schulung/ }).waitFor({ state: 'detached' })
  expect(await meeting().count()).toBe(1)
  await pressUntil('Escape', async () => (await meeting().count()) === 0)
  await places().first().waitFor()
  await page.getByRole('button', { name: 'Mehr zu dieser Ansicht' }).click()
  await page.getByRole('menuitem', { name: 'Beameransicht' }).click()
  await page.getByRole('button', { name: 'Beameransicht beenden' }).click()
  await places().first().waitFor()
})
