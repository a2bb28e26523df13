import type { Page } from 'playwright'
import { axeViolations } from './axe.ts'
import type { Findings } from './findings.ts'
import { desktopRuler, probeLayout, touchRuler, type Ruler } from './layout-probe.ts'
import { holdAsPhone } from './touch.ts'
import { settle, type Look } from './walk.ts'

const resize = async (page: Page, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 900 })
  await settle(page)
}

const measure = async (page: Page, where: string, ruler: Ruler, findings: Findings): Promise<void> => {
  for (const [kind, lines] of Object.entries(await probeLayout(page, ruler)))
    findings.add(
      where,
      lines.map(line => `${kind}: ${line}`),
    )
}

/** Title, language, one first heading, a place for the focus. */
const readHead = (page: Page, language: string): Promise<readonly string[]> =>
  page.evaluate(wanted => {
    const headings = [...document.querySelectorAll('h1')].map(each => each.textContent)
    const [heading = ''] = headings
    return [
      headings.length === 1 ? '' : `${headings.length} first headings`,
      document.documentElement.lang === wanted ? '' : `language is ${document.documentElement.lang}`,
      document.activeElement === document.body ? 'the focus is on the body' : '',
      document.title.includes(heading) && document.title.endsWith('Lotse') ? '' : `title is ${document.title}`,
    ].filter(line => line !== '')
  }, language)

/** The same screen in the other theme, without loading it anew. */
const inTheDark = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const change = (theme: string): Promise<string> =>
    page.evaluate(next => {
      const before = document.documentElement.dataset['theme'] ?? 'system'
      document.documentElement.dataset['theme'] = next
      return before
    }, theme)
  const before = await change('dark')
  await act()
  await change(before)
}

/** The text spacing of WCAG 1.4.12. A sheet made by script is allowed by the policy; a style element it would refuse. */
const withWideText = async (page: Page, act: () => Promise<void>): Promise<void> => {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    const spacing = 'line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important'
    sheet.replaceSync(`* { ${spacing} } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
  })
  await act()
  await page.evaluate(() => void (document.adoptedStyleSheets = []))
}

/** axe in both themes, the ruler at the widths of a desk, a small laptop, a phone and a page at 400 %, text spacing. */
export const lookClosely =
  (findings: Findings): Look =>
  async ({ page, language }, { name, isSurface, only }) => {
    findings.add(name, await readHead(page, language))
    findings.add(name, await axeViolations(page, { inSurface: isSurface }))
    await inTheDark(page, async () =>
      findings.add(`${name}, dark`, await axeViolations(page, { inSurface: isSurface, colours: true })),
    )
    await withWideText(page, async () => findings.add(`${name}, wide text`, (await probeLayout(page)).clipped))
    if (only !== 'phone') await measure(page, `${name}/1440`, desktopRuler, findings)
    if (only === undefined && !isSurface) {
      await resize(page, 1024)
      await measure(page, `${name}/1024`, desktopRuler, findings)
    }
    if (only === 'wide') return
    if (only !== 'phone') {
      await resize(page, 320)
      await measure(page, `${name}/320`, desktopRuler, findings)
      await holdAsPhone(page)
    }
    await settle(page)
    await measure(page, `${name}, held`, touchRuler, findings)
    if (only !== 'phone') await holdAsPhone(page, false)
    await settle(page)
  }

/** The other language changes the length of words, so the ruler alone is asked. */
export const lookAtLengths =
  (findings: Findings): Look =>
  async ({ page, language }, { name, isSurface, only }) => {
    findings.add(name, await readHead(page, language))
    const widths = only === 'wide' ? [1440] : only === 'phone' ? [390] : isSurface ? [320] : [1440, 1024, 390, 320]
    for (const width of widths) {
      await resize(page, width)
      await measure(page, `${name}/${width} ${language}`, desktopRuler, findings)
    }
    if (only !== 'phone') await resize(page, 1440)
  }
