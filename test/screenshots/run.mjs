// npm run screenshots [-- board card-panel]: every screen, or the named ones, in all variants into screenshots/, and as contact sheets.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { buildWhenStale, dist } from '../support/build.mjs'
import { browserArguments, findBrowser } from '../support/find-browser.mjs'
import { serve } from '../support/serve.mjs'
import { writeIndex, writeSheet } from './contact-sheet.mjs'
import { screens } from './screens.mjs'
import { worlds } from './worlds.mjs'

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
const names = process.argv.slice(2)
const wanted = screens.filter(({ name }) => names.length === 0 || names.includes(name))
const themes = ['light', 'dark']
const looks = ['de', 'en'].flatMap(language => [1440, 390].map(width => ({ language, width, isPhone: width === 390 })))
const labelOf = ({ width, language }, theme) => `${width} ${theme} ${language}`
const pathOf = (name, look, theme) => `${folder}/${name}-${labelOf(look, theme).replaceAll(' ', '-')}.png`
const fits = ({ only }, { width }) => only === undefined || only === width

/** The text behind a path such as `board.asList`, in the given language. */
const sayIn = language => path => {
  const [namespace, ...keys] = path.split('.')
  const catalogue = new URL(`../../src/i18n/messages/${language}/${namespace}.json`, import.meta.url)
  return keys.reduce((texts, key) => texts[key], JSON.parse(readFileSync(catalogue, 'utf8')))
}

/** The same data in every picture: one tab changes its size, pointer and language. */
const disguise = async (page, session, { width, isPhone, language }) => {
  const height = isPhone ? 844 : 900
  await page.setViewportSize({ width, height })
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: isPhone })
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: isPhone })
  await page.evaluate(chosen => localStorage.setItem('lotse:language', chosen), language)
}

/** Until the screen is there and has stood still for a moment. */
const settle = async page => {
  await page.locator('main').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  await page.waitForTimeout(250)
}

const shoot = async (page, address, screen, look, sample) => {
  // As a bookmark opens it: what was open or chosen on the screen before does not show.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(`${address}${screen.route(sample)}`)
  await settle(page)
  await screen.before?.(page, { ...sample, say: sayIn(look.language) })
  await settle(page)
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
    await page.screenshot({ path: pathOf(screen.name, look, theme) })
  }
}

const visitWorld = async (browser, address, world) => {
  const inside = wanted.filter(screen => (screen.world ?? 'sample') === world)
  if (inside.length === 0) return []
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const session = await context.newCDPSession(page)
  await page.goto(address)
  const sample = await worlds[world](page, address)
  const missed = []
  for (const look of looks) {
    await page.goto(address)
    await disguise(page, session, look)
    for (const screen of inside.filter(one => fits(one, look)))
      await shoot(page, address, screen, look, sample).catch(error =>
        missed.push(`${screen.name} ${look.width} ${look.language}: ${error.message.split('\n')[0]}`),
      )
  }
  await context.close()
  return missed
}

const sheetOf = screen => ({
  ...screen,
  shots: looks
    .filter(look => fits(screen, look))
    .flatMap(look =>
      themes.map(theme => ({
        path: pathOf(screen.name, look, theme),
        label: labelOf(look, theme),
        isPhone: look.isPhone,
        width: look.isPhone ? 260 : 570,
      })),
    ),
})

/** Browsers draw no picture higher than 16,384 pixels, so one sheet holds eight screens. */
const inParts = sheets =>
  Array.from({ length: Math.ceil(sheets.length / 8) }, (_, at) => sheets.slice(at * 8, at * 8 + 8))

if (!buildWhenStale()) process.exit(1)
mkdirSync(folder, { recursive: true })
const server = await serve(dist)
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
const missed = []
try {
  const visits = Object.keys(worlds).map(world => visitWorld(browser, server.address, world))
  missed.push(...(await Promise.all(visits)).flat())
  const gone = screen => missed.some(line => line.startsWith(`${screen.name} `))
  const sheets = wanted.filter(screen => !gone(screen)).map(sheetOf)
  if (names.length === 0) writeIndex(`${folder}/contact-sheet.html`, sheets)
  for (const [at, part] of inParts(sheets).entries())
    await writeSheet(browser, `${folder}/contact-sheet-${names[0] ?? at + 1}.png`, part)
  writeFileSync(`${folder}/mended.md`, screens.map(({ name, mended }) => `- **${name}**: ${mended}\n`).join(''))
} finally {
  await browser.close()
  await server.stop()
}
for (const line of missed) console.error(line)
console.log(`${wanted.length} screens: ${folder}`)
process.exitCode = missed.length === 0 ? 0 : 1
