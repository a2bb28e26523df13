import { source } from 'axe-core'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rules whose answer a theme can change. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

export type AxeWish = Readonly<{
  /** Where the focus is: the open dialog, panel, menu or popover. What lies behind it is left out. */
  inSurface?: boolean
  /** Colours alone, after the theme has changed. */
  colours?: boolean
}>

/** Violations of a page as sentences: rule, what is wrong, where. The debugger puts axe into the page, so the strict policy stands. */
export const axeViolations = async (page: Page, { inSurface, colours }: AxeWish = {}): Promise<readonly string[]> => {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(source)
  const options: RunOptions = {
    runOnly: colours ? { type: 'rule', values: rulesOfColour } : { type: 'tag', values: tags },
    resultTypes: ['violations'],
    // Sheets are read by one rule alone, which none of these tags asks for.
    preload: { assets: ['media'] },
  }
  const results = await page.evaluate(
    async ([wish, inside]) => {
      const { axe } = globalThis as unknown as {
        axe: { run: (context: Node, options: RunOptions) => Promise<AxeResults> }
      }
      const surface = document.activeElement?.closest('[role=menu], [role=dialog], dialog')
      return axe.run((inside ? surface : undefined) ?? document, wish)
    },
    [options, inSurface] as const,
  )
  return results.violations.flatMap(violation =>
    violation.nodes.map(node => `${violation.id}: ${node.failureSummary ?? violation.help} ${node.target.join(' ')}`),
  )
}
