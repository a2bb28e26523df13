import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { probeFocus, probeHover } from '../support/control-probe.ts'
import { Findings } from '../support/findings.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { leftEdges } from '../support/layout-probe.ts'
import { openWithLongWord } from '../support/long-word.ts'
import { boardTour, cardTour } from '../support/tours/board.ts'
import { firstDayTour } from '../support/tours/first-day.ts'
import { planningTour } from '../support/tours/planning.ts'
import { settle, walk, type Addresses, type Stop } from '../support/walk.ts'

/** Tarek Haddad goes from control to control, by Tab and with the mouse, on every place and in every dialog. */
let journey: Journey
let addresses: Addresses
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  addresses = await openWithLongWord(journey)
})
afterAll(() => journey.close())

const needFiles = ['Trello file', 'table']

/** Places and dialogs; a menu is one list of equal rows. */
const stops: readonly Stop[] = [...boardTour, ...cardTour, ...planningTour, ...firstDayTour]
  .filter(({ name }) => !needFiles.includes(name))
  .map(stop => ({
    ...stop,
    surfaces: (stop.surfaces ?? []).filter(
      ({ only, of, name }) =>
        only === undefined && name !== 'removing a workspace' && /-(dialog|overlay)$/.test(of[0] ?? ''),
    ),
  }))

/** What begins a line of sight: the title, the tools, the first column, the first row. */
const beginnings = [
  'main h1',
  'main [role=search] > :first-child',
  'main [role=tablist]',
  'main [data-column]',
  'main [data-backlog] [data-card]',
  'main table',
  'main [data-impediment]',
  'main [data-person]',
]

const unevenEdges = async (page: Page): Promise<readonly string[]> => {
  const edges = await leftEdges(page, beginnings)
  const title = edges['main h1'] ?? 0
  return Object.entries(edges)
    .filter(([, left]) => Math.abs(left - title) > 1)
    .map(([name, left]) => `${name} begins at ${left}, the title at ${title}`)
}

test('each control shows the focus with a whole ring and in sight, answers the pointer, and stands on the left edge', async () => {
  const findings = new Findings()
  const note = (where: string, kinds: object): void => {
    for (const [kind, names] of Object.entries(kinds) as [string, readonly string[]][])
      findings.add(
        where,
        names.map(name => `${kind}: ${name}`),
      )
  }
  const tour = { page: journey.page(), address: journey.address, addresses, language: 'de' } as const
  await walk(tour, stops, async ({ page }, { name, isSurface }) => {
    // The ring is drawn for whoever used the keyboard last.
    await page.keyboard.press('Shift')
    await page.mouse.move(0, 0)
    note(name, { noHover: await probeHover(page), ...(isSurface ? {} : { uneven: await unevenEdges(page) }) })
    for (const width of isSurface ? [1440] : [1440, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await settle(page)
      note(`${name}/${width}`, await probeFocus(page))
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await settle(page)
  })
  expect(findings.all).toEqual([])
}, 240_000)
