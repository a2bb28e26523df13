import { source } from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Violations of a page as sentences: rule, what is wrong, where. The debugger puts axe into the page, so the strict policy stands. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(source)
  const results = await page.evaluate(async run => {
    const { axe } = globalThis as unknown as {
      axe: { run: (context: Document, options: object) => Promise<AxeResults> }
    }
    return axe.run(document, { runOnly: run, resultTypes: ['violations'] })
  }, tags)
  return results.violations.flatMap(violation =>
    violation.nodes.map(node => `${violation.id}: ${node.failureSummary ?? violation.help} ${node.target.join(' ')}`),
  )
}
