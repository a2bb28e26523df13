import { serve } from '../support/serve.mjs'
import { deskBrowser } from './desk-browser.mjs'
import { buildPages, pagesFolder } from './pages-build.mjs'

const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

const faultsOf = (seen, atLeast) => [
  ...(seen.serial >= atLeast ? [] : [`${atLeast - seen.serial} lost of ${atLeast}`]),
  ...(seen.isWhole ? [] : ['a hole']),
  ...(seen.isEqual ? [] : ['the journal says something else']),
  ...(seen.isPending ? ['something stays pending'] : []),
  ...(seen.serial === 0 || seen.sharedSays === `Person ${seen.serial}`
    ? []
    : [`the shared cell says ${seen.sharedSays}`]),
  ...seen.findings.map(finding => `finding ${finding}`),
]

/** Writes until it is killed; then everything that was called saved has to be there. */
const killOnce = async browser => {
  const told = { issued: 0, saved: 0 }
  const page = await browser.open((issued, saved) => {
    told.issued = Math.max(told.issued, issued)
    told.saved = Math.max(told.saved, saved)
  })
  void page.evaluate(() => globalThis.desk.writeOn(globalThis.tellCommands)).catch(() => undefined)
  for (let wait = 0; wait < 2000 && told.issued === 0; wait++) await sleep(10)
  await sleep(150 + Math.random() * 900)
  await browser.killAndRestart()
  const next = await browser.open()
  const seen = await next.evaluate(() => globalThis.desk.look())
  await next.close()
  return { ...told, seen, faults: told.issued === 0 ? ['nothing was written'] : faultsOf(seen, told.saved) }
}

/** Closes the tab in the tick of its last edits; the next tab has to bring all of them. */
const closeOnce = async (browser, edits) => {
  const page = await browser.open()
  const serial = await page.evaluate(async count => globalThis.desk.burst(count), edits)
  await page.close()
  const next = await browser.open()
  const arrived = async () => (await next.evaluate(() => globalThis.desk.reached())) >= serial
  for (let wait = 0; wait < 50 && !(await arrived()); wait++) await sleep(100)
  const seen = await next.evaluate(() => globalThis.desk.look())
  await next.close()
  return { serial, faults: faultsOf(seen, serial) }
}

/**
 * Kills the browser and closes tabs while they write. Out: one line for the report, and every fault: nothing that was called saved may
 * be lost to a kill, nothing that was done may be lost to a closed tab, and the journal alone gives the document.
 */
export const endureKills = async ({ kills, closes }) => {
  if (!buildPages()) throw new Error('the page could not be built')
  const server = await serve(pagesFolder)
  const browser = await deskBrowser(`${server.address}desk.html`)
  const [killed, closed] = [[], []]
  try {
    for (let count = 0; count < kills; count++) killed.push(await killOnce(browser))
    for (let count = 0; count < closes; count++) closed.push(await closeOnce(browser, 5))
  } finally {
    await browser.close()
    await server.stop()
  }
  const saved = killed.at(-1)?.saved ?? 0
  const unsaved = killed.reduce((sum, { issued, seen }) => sum + Math.max(0, issued - seen.serial), 0)
  const faults = [...killed, ...closed].flatMap(({ faults }, index) => faults.map(fault => `${index + 1}: ${fault}`))
  return {
    report: `${kills} kills over ${saved} saved commands (${unsaved} not yet saved were lost with the process), ${closes} closed tabs`,
    faults,
  }
}
