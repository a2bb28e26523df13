// npm run screenshots [-- board card]: every screen, or the named ones, in all variants into screenshots/, and as contact sheets.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { buildWhenStale, dist } from '../support/build.mjs'
import { browserArguments, findBrowser } from '../support/find-browser.mjs'
import { serve } from '../support/serve.mjs'
import { writeSheet } from './contact-sheet.mjs'
import { openSample } from './sample.mjs'
import { screens } from './screens.mjs'

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
const names = process.argv.slice(2)
const wanted = screens.filter(({ name }) => names.length === 0 || names.includes(name))

const variants = ['de', 'en'].flatMap(language =>
  ['light', 'dark'].flatMap(theme => [1440, 390].map(width => ({ language, theme, width, isPhone: width === 390 }))),
)
const labelOf = ({ width, theme, language }) => `${width} ${theme} ${language}`
const pathOf = (name, variant) => `${folder}/${name}-${labelOf(variant).replaceAll(' ', '-')}.png`

/** The same data in every picture: one tab changes its size, pointer, theme and language. */
const disguise = async (page, session, { width, isPhone, theme, language }) => {
  await page.setViewportSize({ width, height: isPhone ? 844 : 900 })
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: isPhone ? 844 : 900,
    deviceScaleFactor: isPhone ? 2 : 1,
    mobile: isPhone,
  })
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: isPhone })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await page.evaluate(chosen => localStorage.setItem('lotse:language', chosen), language)
  await page.reload()
}

const shoot = async (page, address, variant, sample) => {
  for (const { name, route, before } of wanted) {
    await page.goto(`${address}${route(sample)}`)
    await page.waitForTimeout(700)
    await before?.(page, sample)
    await page.screenshot({ path: pathOf(name, variant) })
  }
}

if (!buildWhenStale()) process.exit(1)
mkdirSync(folder, { recursive: true })
const server = await serve(dist)
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  })
  const session = await page.context().newCDPSession(page)
  const sample = await openSample(page, server.address)
  for (const variant of variants) {
    console.log(labelOf(variant))
    await disguise(page, session, variant)
    await shoot(page, server.address, variant, sample)
  }
  const sheets = wanted.map(({ name, mended }) => ({
    name,
    mended,
    shots: variants.map(variant => ({
      path: pathOf(name, variant),
      label: labelOf(variant),
      isPhone: variant.isPhone,
      width: variant.isPhone ? 260 : 570,
    })),
  }))
  for (const sheet of sheets) await writeSheet(browser, `${folder}/sheet-${sheet.name}.png`, [sheet])
  await writeSheet(browser, `${folder}/contact-sheet.png`, sheets)
  writeFileSync(`${folder}/mended.md`, sheets.map(({ name, mended }) => `- **${name}**: ${mended}\n`).join(''))
} finally {
  await browser.close()
  await server.stop()
}
console.log(`${wanted.length} screens in ${variants.length} variants: ${folder}/contact-sheet.png`)
