import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import { axeViolations } from '../support/axe.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { settle, type Addresses } from '../support/walk.ts'

/** Hanna Vogt sees little: strong colours of her own, no motion, tables instead of pictures. */
let journey: Journey
let addresses: Addresses
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce', forcedColors: 'active' })
  addresses = (await openSample(journey.page(), journey.address)) as Addresses
})
afterAll(() => journey.close())

const inTeam = async (place: string): Promise<Page> => {
  const page = journey.page()
  await journey.go(`#/t/${addresses.team}/${place}`)
  await page.locator('main h1').waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null)
  await settle(page)
  return page
}

/** Controls that only a colour showed: with colours forced they have neither a border nor an outline nor a word. */
const bareControls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const edges = ({ borderTopStyle, borderBottomStyle, outlineStyle }: CSSStyleDeclaration) =>
      [borderTopStyle, borderBottomStyle, outlineStyle].some(style => style !== 'none')
    return [
      ...document.querySelectorAll(
        'main [data-card], main input:not([type=file], [type=radio], [type=checkbox]), [aria-pressed=true], dialog',
      ),
    ]
      .filter(each => each.checkVisibility())
      .filter(
        each =>
          ![each, each.parentElement, each.parentElement?.parentElement].some(
            one => one && edges(getComputedStyle(one)),
          ),
      )
      .map(each => `${each.tagName.toLowerCase()} ${each.textContent.trim().slice(0, 40)}`)
  })

test('with colours of the system everything keeps its edges, and axe finds nothing', async () => {
  for (const place of ['board', 'backlog', 'sprint/planning', 'impediments']) {
    const page = await inTeam(place)
    expect(await bareControls(page), place).toEqual([])
    expect(await axeViolations(page, { colours: true }), place).toEqual([])
  }
  const page = await inTeam('board')
  await page.getByRole('button', { name: 'Nur meine' }).click()
  expect(await bareControls(page), 'a filter that is on').toEqual([])
  await page.getByRole('button', { name: 'Nur meine' }).click()
})

test('with the wish for little motion nothing moves when something opens or goes', async () => {
  const page = await inTeam('board')
  const moving = (): Promise<number> =>
    page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 1).length,
    )
  await page.locator('[data-card]').first().click()
  await page.locator('dialog[open]').waitFor()
  expect(await moving()).toBe(0)
  await page.getByRole('button', { name: 'Mehr zu dieser Karte' }).click()
  await page.getByRole('menu').waitFor()
  expect(await moving()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  // The way back is a step of the browser; a new address asked for before it has ended would be taken back with it.
  await page.waitForURL(url => !url.hash.includes('/c/'))
})

/** Rows of the only table under a heading, cell by cell. */
const tableOf = async (page: Page): Promise<readonly (readonly string[])[]> =>
  page
    .locator('main figure table tbody tr')
    .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('th, td')].map(cell => cell.textContent.trim())))

const numberOf = (text = ''): number => Number(text.replace('.', '').replace(',', '.'))

test('the burndown says in words, in the picture and in the table the same', async () => {
  const page = await inTeam('sprint/running')
  const sentence = await page.locator('main section:has(figure) h2').textContent()
  expect(await page.locator('main figure svg title').textContent()).toBe(sentence)
  await page.getByRole('button', { name: 'Tabelle', exact: true }).click()
  const days = await tableOf(page)
  const [, left = '', , scope = ''] = days.findLast(([, open]) => open !== '') ?? []
  const [saidLeft = '', saidScope = ''] = sentence?.match(/\d+(,\d+)?/g) ?? []
  expect([left, scope]).toEqual([saidLeft, saidScope])
})

test('bars are as high as the numbers of the table beside them', async () => {
  const page = await inTeam('sprint/past')
  const heights = await page
    .locator('main figure svg rect')
    .evaluateAll(bars => bars.map(bar => Number(bar.getAttribute('height'))))
  await page.getByRole('button', { name: 'Tabelle', exact: true }).click()
  const rows = await tableOf(page)
  const values = [...rows.map(row => numberOf(row[1])), ...rows.map(row => numberOf(row[2]))]
  const scale = Math.max(...heights) / Math.max(...values)
  expect(heights.map(height => Math.round(height / scale))).toEqual(values.map(value => Math.round(value)))
})
