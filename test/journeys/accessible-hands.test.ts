import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import { column, titlesIn } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { settle, type Addresses } from '../support/walk.ts'

/** Rolf Petersen can press, but cannot drag: a tremor, and a switch instead of keys on some days. */
let journey: Journey
let addresses: Addresses
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  addresses = (await openSample(journey.page(), journey.address)) as Addresses
})
afterAll(() => journey.close())

const inTeam = async (place: string) => {
  const page = journey.page()
  await journey.go(`#/t/${addresses.team}/${place}`)
  await page.locator('main h1').waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null)
  await settle(page)
  return page
}

/** Columns from left to right. */
const columnsOf = async (): Promise<readonly string[]> =>
  await journey
    .page()
    .locator('[data-column]')
    .evaluateAll(all => all.map(each => each.getAttribute('aria-label') ?? ''))

test('a card goes to another column and up in its list by pressing alone', async () => {
  const page = await inTeam('board')
  const [from = '', to = ''] = await columnsOf()
  const [title = ''] = await titlesIn(page, from)
  const move = async (...buttons: readonly string[]): Promise<void> => {
    await page
      .locator('[data-card]')
      .filter({ has: page.getByText(title, { exact: true }) })
      .click()
    await page.getByRole('button', { name: 'Mehr zu dieser Karte' }).click()
    await page.getByRole('menuitem', { name: 'Verschieben nach …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Verschieben nach …' })
    for (const name of buttons) await dialog.locator('button, label').filter({ hasText: name }).first().click()
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
  await move(to)
  await expect.poll(async () => (await titlesIn(page, to)).at(-1)).toBe(title)
  await move('Ganz nach oben')
  await expect.poll(async () => (await titlesIn(page, to))[0]).toBe(title)
})

test('a column changes its place by its menu', async () => {
  const page = await inTeam('board')
  const [first = '', second = ''] = await columnsOf()
  await column(page, first)
    .getByRole('button', { name: `Spalte ${first}: Menü` })
    .click()
  await page.getByRole('menuitem', { name: 'Nach rechts' }).click()
  await expect.poll(async () => (await columnsOf()).slice(0, 2)).toEqual([second, first])
})

test('the backlog is ranked, and a card goes into the sprint, by pressing alone', async () => {
  const page = await inTeam('backlog')
  const list = page.locator('[data-backlog] [data-card]')
  const first = (await list.first().getAttribute('data-card')) ?? ''
  const second = (await list.nth(1).getAttribute('data-card')) ?? ''
  await list.first().locator('button[aria-haspopup=menu]').click()
  await page.getByRole('menuitem', { name: 'Ganz nach unten' }).click()
  await expect.poll(() => list.first().getAttribute('data-card')).toBe(second)
  await inTeam('sprint/planning')
  const [backlog, sprint] = ['backlog', 'sprint'].map(side => page.locator(`[data-side=${side}] [data-card]`))
  const planned = (await backlog?.first().getAttribute('data-card')) ?? ''
  expect(planned).not.toBe(first)
  await backlog
    ?.first()
    .getByRole('button', { name: /^In den Sprint: / })
    .filter({ visible: true })
    .click()
  await expect
    .poll(() => sprint?.evaluateAll(all => all.map(each => each.getAttribute('data-card'))))
    .toContain(planned)
})

test('what is missing is said at the field, the focus is there, and nothing typed is lost', async () => {
  const page = journey.page()
  await journey.go('#/start/team')
  const colleagues = page.getByRole('textbox', { name: 'Kolleginnen und Kollegen' })
  await colleagues.fill('Selma Aydin')
  await page.getByRole('button', { name: 'Team anlegen' }).click()
  const wrong = page.locator('[aria-invalid=true]').first()
  await wrong.waitFor()
  expect(await wrong.evaluate(field => field === document.activeElement)).toBe(true)
  const words = await wrong.evaluate(field =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent)
      .join(' '),
  )
  expect(words).toMatch(/Bitte (tragen Sie Ihren Namen ein|geben Sie dem Team einen Namen)\./)
  expect(await colleagues.inputValue()).toBe('Selma Aydin')
})

test('single keys can be switched off', async () => {
  const page = await inTeam('board')
  const dialog = page.getByRole('dialog', { name: 'Neue Karte' })
  await page.keyboard.press('c')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await journey.go('#/settings')
  await page.getByRole('checkbox', { name: 'Einzelne Tasten als Kurzbefehle' }).uncheck()
  await inTeam('board')
  await page.keyboard.press('c')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await settle(page)
  expect(await dialog.count()).toBe(0)
  expect(page.url()).toContain('/board')
  await journey.go('#/settings')
  await page.getByRole('checkbox', { name: 'Einzelne Tasten als Kurzbefehle' }).check()
})

test('Esc closes what lies on top, one after the other, and the focus goes back each time', async () => {
  const page = await inTeam('board')
  const card = page.locator('[data-card]').first()
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.getAttribute('data-card'),
    )
  await card.focus()
  await page.keyboard.press('Enter')
  await page.locator('dialog[open]').waitFor()
  await page.getByRole('button', { name: 'Mehr zu dieser Karte' }).click()
  await page.getByRole('menuitem', { name: 'Verschieben nach …' }).click()
  await page.getByRole('dialog', { name: 'Verschieben nach …' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('Mehr zu dieser Karte')
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await expect.poll(focused).toBe(await card.getAttribute('data-card'))
})

test('words of another language are marked as such', async () => {
  const page = journey.page()
  await journey.go('#/settings')
  expect(await page.getByText('English', { exact: true }).getAttribute('lang')).toBe('en')
  expect(await page.getByText('Deutsch', { exact: true }).getAttribute('lang')).toBe('de')
})
