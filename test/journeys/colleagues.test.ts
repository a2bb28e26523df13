import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { card, cardIn, column, moveByKeys } from '../support/board-verbs.ts'
import { openColleague, pair } from '../support/colleagues.ts'
import type { Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Jana Vogt's laptop, Cem Aydın's phone, and between them nothing but the office's network. */
let jana: Journey
let cem: Journey

const addCard = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('c')
  const field = page.getByRole('textbox', { name: /^Titel/ })
  await field.fill(title)
  await field.press('Enter')
  await card(page, title).waitFor()
  await page.keyboard.press('Escape')
}

const teamOf = (page: Page): string => /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''

beforeAll(async () => {
  ;[jana, cem] = [await openColleague(), await openColleague({ width: 390, height: 844, touch: true })]
  const page = jana.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
})
afterAll(async () => {
  await jana.close()
  await cem.close()
})

test('Jana invites Cem: two texts, six digits, and her cards are on his phone', async () => {
  const page = jana.page()
  await addCard(page, 'Scanner aufstellen')
  const team = teamOf(page)
  await jana.go(`#/t/${team}/people`)
  await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill('Cem Aydın')
  await page.keyboard.press('Enter')
  await pair(jana, cem, {
    device: 'Diensthandy',
    open: async there => {
      await there.getByRole('button', { name: 'Cem Aydın: Menü' }).first().click()
      await there.getByRole('menuitem', { name: 'Einladen' }).click()
    },
  })
  await card(cem.page(), 'Scanner aufstellen').waitFor()
  await jana.go(`#/t/${team}/board`)
})

test('what one does appears on the other’s screen', async () => {
  const [there, here] = [jana.page(), cem.page()]
  await moveByKeys(there, 'Scanner aufstellen', 'Right')
  await expect.poll(() => column(here, 'In Arbeit').locator('[data-card]').count()).toBe(1)
  await saved(here)
  await cardIn(here, 'In Arbeit', 'Scanner aufstellen').waitFor()
})
