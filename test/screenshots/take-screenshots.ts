import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { buildWhenStale, dist } from '../support/build.mjs'
import { browserArguments, findBrowser } from '../support/find-browser.mjs'
import { serve } from '../support/serve.mjs'
import { holdAsPhone } from '../support/touch.ts'
import { arrive, closeAll, open, settle, type Spot, type Stop, type Surface, type Tour } from '../support/walk.ts'
import { sayIn, type Language } from '../support/words.ts'
import { albums, spotsOf, wantedOf, type Album } from './albums.ts'
import { writeIndex, writeSheet } from './contact-sheet.mjs'
import { mended } from './mended.ts'

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
/** Milliseconds until something that does not come is given up. */
const patience = 30_000
const languages: readonly Language[] = ['de', 'en']

type Colours = 'light' | 'dark' | 'contrast'
type Shot = Readonly<{ language: Language; isPhone: boolean; colours: Colours }>

/** Colours of the system are looked at in the places; what opens over them is made of the same pieces. */
const coloursOf = ({ isSurface }: Spot, language: Language): readonly Colours[] =>
  isSurface || language === 'en' ? ['light', 'dark'] : ['light', 'dark', 'contrast']

const shotsOf = (spot: Spot): readonly Shot[] =>
  [false, true]
    .filter(isPhone => spot.only === undefined || isPhone === (spot.only === 'phone'))
    .flatMap(isPhone =>
      languages.flatMap(language => coloursOf(spot, language).map(colours => ({ language, isPhone, colours }))),
    )

const labelOf = ({ language, isPhone, colours }: Shot): string => `${isPhone ? 390 : 1440} ${colours} ${language}`
const fileOf = (name: string, shot: Shot): string =>
  `${folder}/${`${name} ${labelOf(shot)}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`

const inColours = (page: Page, colours: Colours): Promise<void> =>
  page.emulateMedia({
    reducedMotion: 'reduce',
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'contrast' ? 'active' : 'none',
  })

/** Takes one spot as it stands, in all colours. */
const takeSpot = async ({ page, language }: Tour, spot: Spot, isPhone: boolean): Promise<void> => {
  // The ring of whatever was pressed last belongs to no place.
  if (!spot.isSurface)
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  for (const shot of shotsOf(spot).filter(one => one.isPhone === isPhone && one.language === language)) {
    await inColours(page, shot.colours)
    await settle(page)
    await page.screenshot({ path: fileOf(spot.name, shot), scale: 'css' })
  }
  await inColours(page, 'light')
}

/** What a phone does not offer by itself is opened at the desk and then carried there, as when a window becomes narrow. */
const openHeld = async (tour: Tour, surface: Surface, isPhone: boolean): Promise<void> => {
  await holdAsPhone(tour.page, isPhone)
  await settle(tour.page)
  if (!isPhone || surface.only === 'phone') return open(tour, surface)
  tour.page.setDefaultTimeout(4000)
  const isOpen = await open(tour, surface).then(
    () => true,
    () => false,
  )
  tour.page.setDefaultTimeout(patience)
  if (isOpen) return
  await closeAll(tour.page)
  await holdAsPhone(tour.page, false)
  await open(tour, surface)
  await holdAsPhone(tour.page)
  await settle(tour.page)
}

const takeSurface = async (tour: Tour, stop: Stop, surface: Surface, isPhone: boolean): Promise<void> => {
  if (surface.only !== undefined && isPhone !== (surface.only === 'phone')) return
  await openHeld(tour, surface, isPhone)
  await takeSpot(tour, { name: `${stop.name}: ${surface.name}`, isSurface: true, only: surface.only }, isPhone)
  await closeAll(tour.page)
  await surface.after?.(tour.page, sayIn(tour.language))
}

const bringIntoSight = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).evaluate(element => element.scrollIntoView({ block: 'center' }))

/** Back to a bare page at a desk, whatever lies open. */
const recover = async ({ page, address }: Tour): Promise<void> => {
  await page.goto('about:blank')
  await holdAsPhone(page, false)
  await page.goto(address)
}

const takeStop = async (tour: Tour, stop: Stop, missed: string[]): Promise<void> => {
  let at = stop.name
  try {
    await holdAsPhone(tour.page, false)
    await arrive(tour, stop)
    for (const isPhone of [false, true]) {
      at = stop.name
      await holdAsPhone(tour.page, isPhone)
      if (stop.sight !== undefined) await bringIntoSight(tour.page, stop.sight)
      await takeSpot(tour, { name: stop.name, isSurface: false }, isPhone)
      for (const surface of stop.surfaces ?? []) {
        at = `${stop.name}: ${surface.name}`
        await takeSurface(tour, stop, surface, isPhone)
      }
    }
    await stop.after?.(tour.page, sayIn(tour.language))
  } catch (error) {
    missed.push(`${at}, ${tour.language}: ${error instanceof Error ? error.message : String(error)}`)
    await recover(tour)
  }
}

const speak = async (page: Page, address: string, language: Language): Promise<void> => {
  await page.evaluate(chosen => {
    localStorage.setItem('lotse:language', chosen)
    sessionStorage.clear()
  }, language)
  await page.goto('about:blank')
  // Another place than the one the first way leads to, on an empty device, too.
  await page.goto(`${address}#/import`)
  await page.locator('main').first().waitFor()
}

/** In: the stops wanted of an album. Out: what could not be taken. */
const takeAlbum = async (browser: Browser, address: string, album: Album): Promise<readonly string[]> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.goto(address)
  const addresses = await album.prepare(page, address)
  const missed: string[] = []
  for (const language of languages) {
    await speak(page, address, language)
    for (const stop of album.stops) await takeStop({ page, address, addresses, language }, stop, missed)
  }
  await context.close()
  return missed
}

const sheetOf = (spot: Spot) => ({
  name: spot.name,
  mended: mended[spot.name],
  shots: shotsOf(spot).map(shot => ({
    path: fileOf(spot.name, shot),
    label: labelOf(shot),
    isPhone: shot.isPhone || shot.colours === 'contrast',
    width: shot.isPhone ? 260 : 570,
  })),
})

/** Browsers draw no picture higher than 16,384 pixels, so one sheet holds eight screens. */
const inParts = <Value>(all: readonly Value[]): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(all.length / 8) }, (_, at) => all.slice(at * 8, at * 8 + 8))

const writeSheets = async (browser: Browser, spots: readonly Spot[], name?: string): Promise<void> => {
  const sheets = spots.map(sheetOf)
  if (name === undefined) writeIndex(`${folder}/contact-sheet.html`, sheets)
  for (const [at, part] of inParts(sheets).entries())
    await writeSheet(browser, `${folder}/contact-sheet-${name ?? at + 1}.png`, part)
  const lines = albums.flatMap(spotsOf).map(spot => `- **${spot.name}**: ${mended[spot.name] ?? ''}\n`)
  writeFileSync(`${folder}/mended.md`, lines.join(''))
}

/**
 * In: names of places or of what opens over them, or nothing for all. Writes pictures and sheets; out: 0 when every
 * name is known and everything could be taken.
 */
export const takeScreenshots = async (names: readonly string[]): Promise<number> => {
  const unknown = names.filter(name => !albums.flatMap(spotsOf).some(spot => spot.name === name))
  for (const name of unknown) console.error(`There is no screen “${name}”.`)
  if (unknown.length > 0 || !buildWhenStale()) return 1
  mkdirSync(folder, { recursive: true })
  const wanted = names.length === 0 ? albums : wantedOf(albums, names)
  const spots = wanted.flatMap(spotsOf)
  const server = await serve(dist)
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
  try {
    const missed = (await Promise.all(wanted.map(album => takeAlbum(browser, server.address, album)))).flat()
    for (const line of missed) console.error(line)
    if (missed.length === 0) await writeSheets(browser, spots, names[0]?.replaceAll(/[^a-z0-9]+/g, '-'))
    console.log(`${spots.length} screens: ${folder}`)
    return missed.length === 0 ? 0 : 1
  } finally {
    await browser.close()
    await server.stop()
  }
}
