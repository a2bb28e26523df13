import type { Locator } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { card, titlesIn } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'
import { hold, stroke, tap } from '../support/touch.ts'
import { settle } from '../support/walk.ts'

/** Nadja Kurz sorts on a tablet in the council chamber: a finger has neither Shift nor Strg, and still it must not drag what it only rests on. */
let journey: Journey
let team = ''
beforeAll(async () => {
  journey = await openJourney({ width: 1024, height: 900, touch: true, reducedMotion: 'reduce' })
  const page = journey.page()
  await journey.go('')
  await foundTeam(page, { person: 'Nadja Kurz', team: 'Ratsbüro', method: 'In Sprints (Scrum)' })
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await journey.go(`#/t/${team}/backlog`)
  const line = page.getByRole('textbox', { name: 'Karte hinzufügen' })
  for (const title of [...titles, 'Ortstermin']) {
    await line.fill(title)
    await line.press('Enter')
    await card(page, title).waitFor()
  }
  await saved(page)
})
afterAll(() => journey.close())

const titles = ['Einladung', 'Tagesordnung', 'Niederschrift']
const bar = (): Locator => journey.page().getByRole('group', { name: 'Ausgewählte Karten' })
const order = (): Promise<readonly string[]> => titlesIn(journey.page(), 'Bereit')

const selects = async (count: number): Promise<void> => {
  await bar().getByText(`${count} ausgewählt`, { exact: true }).waitFor()
}

test('in the backlog a finger that rests on a row selects it, and the cross ends that', async () => {
  const page = journey.page()
  await hold(page, card(page, 'Ortstermin'))
  await selects(1)
  await tap(page, bar().getByRole('button', { name: 'Auswahl aufheben' }))
  await bar().waitFor({ state: 'detached' })
})

test('in the planning what is selected goes into the sprint together', async () => {
  const page = journey.page()
  await journey.go(`#/t/${team}/sprint/planning`)
  await tap(page, page.getByRole('button', { name: 'Sprint anlegen' }))
  const onSide = (side: string, title: string): Locator =>
    page.locator(`[data-side=${side}] [data-card]`).filter({ hasText: title })
  await hold(page, onSide('backlog', 'Einladung'))
  for (const title of ['Tagesordnung', 'Niederschrift']) await tap(page, onSide('backlog', title))
  await selects(3)
  await tap(page, bar().getByRole('button', { name: 'In den Sprint', exact: true }))
  await bar().waitFor({ state: 'detached' })
  for (const title of titles) await onSide('sprint', title).waitFor()
  await onSide('backlog', 'Ortstermin').waitFor()
  await tap(page, page.getByRole('button', { name: 'Sprint starten' }))
  await page.waitForURL(/sprint\/running/)
  await page.setViewportSize({ width: 390, height: 844 })
  await journey.go(`#/t/${team}/board`)
  await expect.poll(order).toEqual(titles)
})

test('a finger that rests on a card selects it, and more with a tap each; what is done goes to all and comes back with one undo', async () => {
  const page = journey.page()
  await hold(page, card(page, 'Einladung'))
  await selects(1)
  await tap(page, card(page, 'Niederschrift'))
  await selects(2)
  expect(await page.locator('dialog[open]').count(), 'nothing was opened').toBe(0)
  expect(await order(), 'nothing was moved').toEqual(titles)
  await tap(page, bar().getByRole('button', { name: 'Fällig' }))
  await tap(page, page.getByRole('button', { name: /^morgen/ }))
  const due = (title: string): Locator => card(page, title).getByText('morgen')
  await due('Einladung').waitFor()
  await due('Niederschrift').waitFor()
  expect(await due('Tagesordnung').count()).toBe(0)
  await tap(page, page.getByRole('button', { name: 'Rückgängig' }).last())
  await due('Einladung').waitFor({ state: 'detached' })
  await due('Niederschrift').waitFor({ state: 'detached' })
})

test('who takes the last one away is done: the next tap opens a card', async () => {
  const page = journey.page()
  await tap(page, card(page, 'Niederschrift'))
  await selects(1)
  await hold(page, card(page, 'Einladung'))
  await bar().waitFor({ state: 'detached' })
  await tap(page, card(page, 'Einladung'))
  await page.getByRole('button', { name: 'Titel: Einladung' }).waitFor()
  await tap(page, page.locator('dialog[open]').getByRole('button', { name: 'Schließen', exact: true }))
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
})

test.each([
  [
    'rests, then goes down: the card is carried',
    [{ x: 0, y: 160 }],
    true,
    ['Tagesordnung', 'Niederschrift', 'Einladung'],
  ],
  [
    'rests, wanders and comes home: nothing has happened',
    [
      { x: 0, y: 130 },
      { x: 0, y: 0 },
    ],
    true,
    titles,
  ],
  ['does not rest: the list scrolls', [{ x: 0, y: -60 }], false, titles],
] as const)('a finger that %s', async (_what, path, rests, expected) => {
  const page = journey.page()
  await stroke(page, card(page, 'Einladung'), path, { rests })
  await expect.poll(order).toEqual(expected)
  await settle(page)
  expect(await bar().count(), 'nothing is selected').toBe(0)
  expect(await page.locator('dialog[open]').count()).toBe(0)
  if (expected === titles) return
  await page.keyboard.press('Control+z')
  await expect.poll(order).toEqual(titles)
})
