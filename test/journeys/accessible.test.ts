import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import {
  places,
  resize,
  startAnew,
  surfaces,
  visit,
  type AppScreen,
  type SampleAddresses,
} from '../support/app-screens.ts'
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
const widths = [1440, 1024, 390, 320] as const
/** The whole walk; on a busy machine it takes its time. */
const patience = 300_000

/** One line per finding, with the screens where it was met. */
class Findings {
  private readonly met = new Map<string, string[]>()

  add(where: string, lines: readonly string[]): void {
    for (const line of lines) this.met.set(line, [...(this.met.get(line) ?? []), where])
  }

  get all(): readonly string[] {
    return [...this.met].map(
      ([line, where]) => `${line} — ${where.slice(0, 4).join(', ')}${where.length > 4 ? ' …' : ''}`,
    )
  }
}

const walk = async (screens: readonly AppScreen[], look: (screen: AppScreen, page: Page) => Promise<void>) => {
  const page = journey.page()
  startAnew(page)
  for (const screen of screens) {
    await visit(page, journey.address, screen, sample)
    await look(screen, page)
  }
}

/** An open menu lies beside the landmarks, as menus do everywhere; the rule about landmarks knows dialogs alone. */
const isMenuRegion = (violation: string): boolean => violation.startsWith('region') && violation.includes('portal')

const askAxe = async (page: Page): Promise<readonly string[]> =>
  (await axeViolations(page)).filter(violation => !isMenuRegion(violation))

const measure = async (page: Page, screen: AppScreen, findings: Findings): Promise<void> => {
  for (const width of widths) {
    await resize(page, width)
    for (const [kind, lines] of Object.entries(await probeLayout(page, desktopRuler)))
      findings.add(
        `${screen.name}/${width}`,
        lines.map(line => `${kind}: ${line}`),
      )
  }
  await resize(page, 1440)
}

/** The text spacing of WCAG 1.4.12. A sheet made by script is allowed by the policy; a style element it would refuse. */
const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    const spacing = 'line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important'
    sheet.replaceSync(`* { ${spacing} } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
  })

test(
  'in German and light: axe, the ruler at four widths, text spacing, titles, headings and focus',
  async () => {
    const findings = new Findings()
    const titles = new Set<string>()
    await walk(everything, async (screen, page) => {
      const { name } = screen
      const { title, language, focused, headings } = await page.evaluate(() => ({
        title: document.title,
        language: document.documentElement.lang,
        focused: document.activeElement?.tagName,
        headings: document.querySelectorAll('h1').length,
      }))
      titles.add(title)
      if (language !== 'de') findings.add(name, [`language ${language}`])
      if (focused === 'BODY') findings.add(name, ['focus on the body'])
      if (headings !== 1) findings.add(name, [`${headings} first headings`])
      findings.add(name, await askAxe(page))
      await measure(page, screen, findings)
      await spaceText(page)
      findings.add(`${name} spaced`, (await probeLayout(page)).clipped)
      await page.evaluate(() => (document.adoptedStyleSheets = []))
    })
    expect(findings.all).toEqual([])
    expect(titles.size).toBeGreaterThanOrEqual(10)
  },
  patience,
)

test(
  'in the dark theme axe finds nothing',
  async () => {
    const findings = new Findings()
    await journey.page().emulateMedia({ colorScheme: 'dark' })
    await walk(everything, async ({ name }, page) => findings.add(name, await askAxe(page)))
    await journey.page().emulateMedia({ colorScheme: 'light' })
    expect(findings.all).toEqual([])
  },
  patience,
)

test(
  'in English the ruler finds nothing on any screen at any width',
  async () => {
    const findings = new Findings()
    await journey.page().evaluate(() => localStorage.setItem('lotse:language', 'en'))
    await walk(
      places.filter(({ open }) => !open),
      (screen, page) => measure(page, screen, findings),
    )
    await journey.page().evaluate(() => localStorage.setItem('lotse:language', 'de'))
    expect(findings.all).toEqual([])
  },
  patience,
)

test(
  'on a phone everything that is pressed has room for a finger',
  async () => {
    const findings = new Findings()
    await holdAsPhone(journey.page())
    await walk(
      everything.filter(({ wideOnly }) => !wideOnly),
      async ({ name }, page) => findings.add(name, (await probeLayout(page, touchRuler)).smallTargets),
    )
    await holdAsPhone(journey.page(), false)
    expect(findings.all).toEqual([])
  },
  patience,
)
