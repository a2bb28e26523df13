import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright'

/** What a person finds who goes from control to control; every list is empty on a good screen. One control of each kind is tried. */
export type ControlFindings = Readonly<{
  /** Nothing is drawn around it while it has the focus. */
  ringless: readonly string[]
  /** Something cuts off a part of the ring. */
  cutRings: readonly string[]
  /** Something that stays in its place lies over it (WCAG 2.4.11). */
  covered: readonly string[]
}>

const inPage = readFileSync(new URL('./controls-in-page.js', import.meta.url), 'utf8')
type Probe = {
  findInControls: () => ControlFindings
  markControls: () => number
  looksOfMarked: () => readonly { readonly name: string; readonly look: string }[]
}

/** Gives the focus to one control of each kind, as the Tab key would. */
export const probeFocus = async (page: Page): Promise<ControlFindings> => {
  await page.evaluate(`{${inPage}}`)
  return page.evaluate(() => (globalThis as unknown as Probe).findInControls())
}

const sessions = new WeakMap<Page, CDPSession>()

/** One for each page: a second one forces nothing. */
const sessionOf = async (page: Page): Promise<CDPSession> => {
  const known = sessions.get(page)
  if (known) return known
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  sessions.set(page, session)
  return session
}

const nodesOf = async (session: CDPSession, selector: string): Promise<readonly number[]> => {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  return (await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })).nodeIds
}

/** Controls that look the same with the pointer on them. The debugger lays it there, so nothing opens and nothing moves. */
export const probeHover = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(`{${inPage}}`)
  const session = await sessionOf(page)
  const looks = () => page.evaluate(() => (globalThis as unknown as Probe).looksOfMarked())
  await page.evaluate(() => (globalThis as unknown as Probe).markControls())
  const before = await looks()
  const marked = '[data-probed]'
  const nodes = await nodesOf(
    session,
    `${marked}, li:has(${marked}), tr:has(${marked}), span:has(> ${marked}), div:has(> ${marked}), label:has(> ${marked})`,
  )
  const force = (forcedPseudoClasses: string[]) =>
    Promise.all(nodes.map(nodeId => session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses })))
  await force(['hover'])
  const after = await looks()
  await force([])
  return before.filter(({ look }, at) => look === after[at]?.look).map(({ name }) => name)
}
