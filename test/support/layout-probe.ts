import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'

/** What a ruler would find on a screen (PRODUCT 6): every list is empty on a good one. */
export type LayoutFindings = Readonly<{
  fontSizes: readonly string[]
  fontWeights: readonly string[]
  gaps: readonly string[]
  /** Text cut off by something that cannot be scrolled. An ellipsis is a visible sign and no cut. */
  clipped: readonly string[]
  /** Buttons whose words take two lines; `data-wraps` marks the few that are paragraphs by design. */
  wrappedButtons: readonly string[]
  /** Wider than the window, or two scroll bars of one direction inside each other. */
  scrolls: readonly string[]
  /** Controls smaller than a finger or pointer needs; links inside text are exempt. */
  smallTargets: readonly string[]
  /** A border and a shadow on one thing: one of the two says enough. */
  edgesAndShadows: readonly string[]
  /** Dashes that stand for "nothing". */
  dashes: readonly string[]
  /** Filled buttons after the first. */
  filledButtons: readonly string[]
}>

export type Ruler = Readonly<{
  fontSizes: readonly number[]
  fontWeights: readonly number[]
  gaps: readonly number[]
  /** Least width and height of a control, in pixels. */
  target: number
}>

export const desktopRuler: Ruler = {
  fontSizes: [12, 13, 14, 16, 18, 22],
  fontWeights: [400, 500, 650],
  gaps: [0, 1, 2, 4, 6, 8, 12, 16, 24, 32],
  target: 24,
}
/** Read from five metres. */
export const meetingRuler: Ruler = { ...desktopRuler, fontSizes: [20, 22, 24, 28] }
export const touchRuler: Ruler = { ...desktopRuler, target: 44 }

const inPage = readFileSync(new URL('./layout-in-page.js', import.meta.url), 'utf8')

/** Measures the topmost layer of a page: an open modal dialog, or the screen. */
export const probeLayout = async (page: Page, ruler: Ruler = desktopRuler): Promise<LayoutFindings> => {
  await page.evaluate(`{${inPage}}`)
  return page.evaluate(
    wanted => (globalThis as unknown as { findInLayout: (ruler: Ruler) => LayoutFindings }).findInLayout(wanted),
    ruler,
  )
}

/** Distance from the window's left edge of what is seen first in each place, in pixels; places that are not there are left out. */
export const leftEdges = (page: Page, selectors: readonly string[]): Promise<Readonly<Record<string, number>>> =>
  page.evaluate(
    wanted =>
      Object.fromEntries(
        wanted.flatMap(selector => {
          const element = document.querySelector(selector)
          return element === null ? [] : [[selector, Math.round(element.getBoundingClientRect().left)]]
        }),
      ),
    [...selectors],
  )
