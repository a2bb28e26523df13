import { readFileSync } from 'node:fs'
import { paperTour } from '../support/tours/papers.ts'
import { press, type Addresses, type Step, type Stop } from '../support/walk.ts'

const inTeam =
  (tail: string) =>
  ({ team }: Addresses): string =>
    `#/t/${team}/${tail}`

/** A browser that has never seen the app. */
export const emptyDeviceTour: readonly Stop[] = [
  { name: 'very first import', route: () => '#/import' },
  { name: 'help before anything', route: () => '#/help/steps' },
  { name: 'very first page', route: () => '#/start' },
]

const scrollTo =
  (selector: string): Step =>
  page =>
    page.locator(selector).evaluate(element => element.scrollIntoView({ block: 'center' }))

export const binTour: readonly Stop[] = [
  { name: 'bin', route: inTeam('bin') },
  { name: 'deleting a team', route: inTeam('people'), ready: scrollTo('#delete-heading') },
]

/** The file `worlds.sample` has put aside. */
export const archivePath = new URL('../../screenshots/archive.json', import.meta.url)

const giveArchive: Step = async page => {
  const file = { name: 'sicherung.json', mimeType: 'application/json', buffer: readFileSync(archivePath) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('main table').waitFor()
}

const toMeeting: Step = async (page, say) => {
  // The tab stays in the meeting from place to place.
  if (await page.evaluate(() => document.documentElement.hasAttribute('data-beamer'))) return
  await press('shell.placeMenu', 'shell.beamer')(page, say)
}

/** What a meeting sees, and papers made like those that the walks have seen. */
export const meetingTour: readonly Stop[] = [
  ...paperTour,
  { name: 'board before a meeting', route: inTeam('board'), ready: toMeeting },
  { name: 'planning before a meeting', route: inTeam('sprint/planning'), ready: toMeeting },
]

export const fileTour: readonly Stop[] = [
  { name: 'bringing along', route: inTeam('import') },
  { name: 'archive', route: inTeam('import'), ready: giveArchive },
]

// What was brought before is recognised, so every visit brings a card of its own.
let brought = 0
const bringOne: Step = async (page, say) => {
  const table = `Titel;Status;Punkte;Fällig\nNachtrag ${++brought};Bereit;3;24.12.2026`
  const file = { name: 'nachtrag.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('#files-review').waitFor()
  await page.getByRole('button', { name: say('files.takeOver') }).click()
  await page.locator('#files-review').waitFor({ state: 'detached' })
  await page.locator('[data-step-focus]').waitFor()
}

export const manyCardsTour: readonly Stop[] = [
  { name: 'board of 1,000 cards', route: inTeam('board?as=board') },
  { name: 'board with a filter', route: inTeam('board?blocked=1') },
  { name: 'list of 1,000 cards', route: inTeam('board?as=list&sort=title') },
  { name: 'what an import brought', route: inTeam('import'), ready: bringOne },
]
