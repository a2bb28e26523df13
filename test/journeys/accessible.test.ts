import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import { places, resize, surfaces, visit, type AppScreen, type SampleAddresses } from '../support/app-screens.ts'
import { axeViolations } from '../support/axe.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { desktopRuler, probeLayout, touchRuler } from '../support/layout-probe.ts'
import { holdAsPhone } from '../support/touch.ts'

/** Every screen, dialog and menu of the sample "Musterstadt", looked at by axe and by the ruler. */
let journey: Journey
let sample: SampleAddresses
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  sample = (await openSample(journey.page(), journey.address)) as SampleAddresses
})
afterAll(() => journey.close())

const everything: readonly AppScreen[] = [...places, ...surfaces]

/** One line per finding, with all the screens where it was met. */
const gathered = (findings: readonly (readonly [where: string, what: string])[]): readonly string[] => {
  const places = new Map<string, string[]>()
  for (const [where, what] of findings) places.set(what, [...(places.get(what) ?? []), where])
  return [...places].map(
    ([what, where]) => `${what} — ${where.length > 4 ? `${where.slice(0, 4).join(', ')} …` : where.join(', ')}`,
  )
}

/** An open menu lies beside the landmarks, as menus do everywhere; the rule about landmarks knows dialogs alone. */
const isMenuRegion = (violation: string): boolean => violation.startsWith('region') && violation.includes('portal')

test.each(['light', 'dark'] as const)(
  'axe finds nothing on any screen, dialog and menu, %s',
  async colorScheme => {
    const page = journey.page()
    const findings: [string, string][] = []
    await page.emulateMedia({ colorScheme })
    await resize(page, 1440)
    for (const screen of everything) {
      await visit(page, journey.address, screen, sample)
      for (const violation of await axeViolations(page))
        if (!isMenuRegion(violation)) findings.push([screen.name, violation])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    expect(gathered(findings)).toEqual([])
  },
  300_000,
)

const widths = [1440, 1024, 390, 320] as const

test.each(['de', 'en'])(
  'the ruler finds nothing on any screen at any width, in %s',
  async language => {
    const page = journey.page()
    const findings: [string, string][] = []
    await page.evaluate(chosen => localStorage.setItem('lotse:language', chosen), language)
    for (const screen of language === 'de' ? everything : places.filter(({ open }) => !open)) {
      await resize(page, 1440)
      await visit(page, journey.address, screen, sample)
      for (const width of widths) {
        await resize(page, width)
        const found = await probeLayout(page, desktopRuler)
        for (const [kind, lines] of Object.entries(found))
          for (const line of lines) findings.push([`${screen.name}/${width}`, `${kind}: ${line}`])
      }
    }
    await page.evaluate(() => localStorage.setItem('lotse:language', 'de'))
    await resize(page, 1440)
    expect(gathered(findings)).toEqual([])
  },
  300_000,
)

test('on a phone everything that is pressed has room for a finger', async () => {
  const page = journey.page()
  const findings: [string, string][] = []
  await holdAsPhone(page)
  for (const screen of everything.filter(({ wideOnly }) => !wideOnly)) {
    await visit(page, journey.address, screen, sample)
    const { smallTargets } = await probeLayout(page, touchRuler)
    for (const line of smallTargets) findings.push([screen.name, line])
  }
  await holdAsPhone(page, false)
  expect(gathered(findings)).toEqual([])
})

test('WCAG text spacing clips nothing', async () => {
  const page = journey.page()
  const findings: [string, string][] = []
  for (const screen of places) {
    await visit(page, journey.address, screen, sample)
    await page.evaluate(() => {
      // The sheet is made by script, which the policy allows; a style element it would refuse.
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets = [sheet]
    })
    const { clipped } = await probeLayout(page)
    for (const line of clipped) findings.push([screen.name, line])
  }
  expect(gathered(findings)).toEqual([])
})

test('each place has a title of its own, one first heading with the focus, and the language of its words', async () => {
  const page = journey.page()
  const titles = new Set<string>()
  for (const screen of places.filter(({ open }) => !open)) {
    await visit(page, journey.address, screen, sample)
    titles.add(await page.title())
    expect(await page.locator('h1').count(), screen.name).toBe(1)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de')
    const focused = await page.evaluate(() => document.activeElement?.tagName)
    expect(focused, `focus on ${screen.name}`).not.toBe('BODY')
  }
  expect(titles.size).toBeGreaterThanOrEqual(10)
})
