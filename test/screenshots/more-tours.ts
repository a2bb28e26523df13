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

export const binTour: readonly Stop[] = [
  { name: 'bin', route: inTeam('bin') },
  { name: 'deleting a team', route: inTeam('people'), sight: '#delete-heading' },
]

const toMeeting: Step = async (page, say) => {
  // The tab stays in the meeting from place to place.
  if (await page.evaluate(() => document.documentElement.hasAttribute('data-beamer'))) return
  await press('shell.placeMenu')(page, say)
  // The key that does the same stands beside the word.
  const word = new RegExp(say('shell.beamer').source.replace(/\$$/, ''))
  await page.getByRole('menuitem', { name: word }).click()
}

/** What a meeting sees, and papers made like those that the walks have seen. */
export const meetingTour: readonly Stop[] = [
  ...paperTour,
  { name: 'board before a meeting', route: inTeam('board'), ready: toMeeting },
  { name: 'planning before a meeting', route: inTeam('sprint/planning'), ready: toMeeting },
]

export const manyCardsTour: readonly Stop[] = [
  { name: 'board of 1,000 cards', route: inTeam('board?as=board') },
  { name: 'board with a filter', route: inTeam('board?blocked=1') },
  { name: 'list of 1,000 cards', route: inTeam('board?as=list&sort=title') },
]
