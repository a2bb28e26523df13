import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openJourney, type Journey } from '../support/journey.ts'
import { readPdf, type PrintedSheet } from '../support/read-pdf.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

/** Irene Voss clears out: a thousand cases on the board and a thousand behind it go on paper, and none may be missing. */
let journey: Journey
let page: Page
let team = ''

const many = 1000
const numbered = (what: string): readonly string[] =>
  Array.from({ length: many }, (_, at) => `${what} ${String(at + 1).padStart(4, '0')} abschließen`)
const [onBoard, waiting] = [numbered('Vorgang'), numbered('Altfall')]
const columns = ['Bereit', 'In Arbeit', 'Prüfung', 'Erledigt']

const bringTable = async (): Promise<void> => {
  const rows = [...onBoard.map((title, at) => `${title};${columns[at % 4]}`), ...waiting.map(title => `${title};`)]
  const buffer = Buffer.from(['Titel;Status', ...rows].join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'vorgaenge.csv', mimeType: 'text/csv', buffer })
  await page.locator('#files-review').waitFor()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('heading', { name: /^2\.000 Karten/ }).waitFor({ timeout: 90_000 })
  await saved(page)
}

beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  page = journey.page()
  await journey.go('')
  await foundTeam(page, { person: 'Irene Voss', team: 'Bürgerdienste' })
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await journey.go(`#/t/${team}/import`)
  await bringTable()
}, 180_000)
afterAll(() => journey.close())

const go = (tail: string): Promise<void> =>
  page.evaluate(address => void (location.hash = address), `#/t/${team}/${tail}`)

const printed = async (): Promise<readonly PrintedSheet[]> => readPdf(await page.pdf({ preferCSSPageSize: true }))
const missing = (sheets: readonly PrintedSheet[], titles: readonly string[]): readonly string[] => {
  const text = sheets.map(sheet => sheet.text).join('')
  return titles.filter(title => !text.includes(title.replaceAll(' ', '')))
}

/** Notes from now on how many rows of a paper stood there whenever something was drawn, and whether it said how far it was. */
const watchGrowing = (): Promise<void> =>
  page.evaluate(() => {
    const seen = new Set<number>()
    const said = new Set<string>()
    const look = (): void => {
      seen.add(document.querySelectorAll('[data-paper] tbody[data-row]').length)
      said.add(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext') ?? '')
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
    Object.assign(globalThis, { growing: () => ({ seen: [...seen], said: [...said] }) })
  })
type Growing = Readonly<{ seen: readonly number[]; said: readonly string[] }>
const growing = (): Promise<Growing> =>
  page.evaluate(() => (globalThis as unknown as { readonly growing: () => Growing }).growing())

test.each([
  ['backlog', waiting],
  ['board', onBoard],
])(
  'the %s of 1,000 cards comes in pieces, says how far it is, and has every title on its sheets',
  async (place, titles) => {
    await go('people')
    await watchGrowing()
    await go(`print/${place}`)
    await page.locator(`[data-paper][data-whole]`).waitFor()
    const { seen, said } = await growing()
    expect(seen.filter(count => count > 0 && count < many).length, 'steps between nothing and all').toBeGreaterThan(4)
    expect(said).toContain('500 von 1.000 Karten')
    expect(await page.getByRole('progressbar').count()).toBe(0)
    const sheets = await printed()
    expect(missing(sheets, titles)).toEqual([])
    expect(sheets.at(-1)?.text).toContain(`Seite${sheets.length}von${sheets.length}`)
  },
  120_000,
)

test('whoever prints before the last piece has come gets them all', async () => {
  await go('people')
  await page.locator('[data-paper]').waitFor({ state: 'detached' })
  await page.evaluate(() => {
    const look = new MutationObserver(() => {
      if (document.querySelectorAll('[data-paper] tbody[data-row]').length === 0) return
      look.disconnect()
      dispatchEvent(new Event('beforeprint'))
      Object.assign(globalThis, { rowsAtPrint: document.querySelectorAll('[data-paper] tbody[data-row]').length })
    })
    look.observe(document.body, { subtree: true, childList: true })
  })
  await go('print/backlog')
  await page.locator('[data-paper][data-whole]').waitFor()
  expect(await page.evaluate(() => Reflect.get(globalThis, 'rowsAtPrint'))).toBe(many)
})

test.each([
  ['board?as=board', '[data-column] [data-card]', onBoard],
  ['board?as=list', 'main table [data-index]', onBoard],
  ['backlog', '[data-backlog] [data-card]', waiting],
])(
  'the browser’s own printing of %s has what is not in sight as well, and leaves the place as it was',
  async (place, row, titles) => {
    await go('people')
    await go(place)
    await page.locator(row).first().waitFor()
    const inSight = await page.locator(row).count()
    expect(inSight).toBeLessThan(many / 2)
    const title = await page.title()
    // What stands in comes after the first paint.
    await expect.poll(async () => missing(await printed(), titles), { timeout: 60_000 }).toEqual([])
    expect(await page.locator('[data-stand-in]').count()).toBe(0)
    expect(await page.title()).toBe(title)
    expect(await page.locator(row).count()).toBe(inSight)
  },
  120_000,
)

test('a filter narrows what the browser prints, and an open card is printed alone', async () => {
  await go('board?as=board')
  const search = page.getByRole('searchbox').first()
  await search.fill('Vorgang 0017')
  await page.locator('[data-column] [data-card]').filter({ hasText: 'Vorgang 0017' }).waitFor()
  await expect.poll(() => page.locator('[data-column] [data-card]').count()).toBe(1)
  const sheets = await printed()
  expect(missing(sheets, onBoard)).toHaveLength(many - 1)
  expect(missing(sheets, ['Filter: „Vorgang 0017“'])).toEqual([])
  await page.locator('[data-column] [data-card]').click()
  await page.getByRole('button', { name: 'Titel: Vorgang 0017 abschließen' }).waitFor()
  const card = await printed()
  expect(card).toHaveLength(1)
  expect(missing(card, ['Vorgang 0017 abschließen', 'Verlauf'])).toEqual([])
  // The filter is still that of the board below.
  await page.keyboard.press('Escape')
  await expect.poll(() => new URL(page.url()).hash).toContain('q=')
})
