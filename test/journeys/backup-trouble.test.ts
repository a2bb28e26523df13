import type { Locator, Page } from 'playwright'
import { afterAll, expect, test } from 'vitest'
import {
  fillFolder,
  giveFolder,
  mendFolder,
  readFolder,
  removeFolder,
  spoilFolder,
  type FolderFiles,
} from '../support/backup-folder.ts'
import { addCards, cardIn } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** A bad week for the network drive of Dörte Hansen's office: each morning it has another trouble, and each time it is mended. */
let journey: Journey
afterAll(() => journey.close())

/** What lies in the folder when the day begins. */
let drive: FolderFiles = {}

const archiveOf = (day: string): string => `Lotse Ordnungsamt ${day}.lotse.json`
const button = (name: string): Locator => journey.page().getByRole('button', { name, exact: true })
const overEveryScreen = (sentence: string): Locator =>
  journey.page().getByRole('complementary', { name: 'Anliegen' }).getByText(sentence, { exact: true })

/** Nine o'clock in the office; the window has stayed open over night. */
const begin = (day: string): Promise<void> => journey.page().clock.setFixedTime(`${day}T09:00:00+01:00`)

const writesNow = async (page: Page): Promise<void> => {
  await goTo(page, 'Daten & Sicherung')
  await button('Jetzt sichern').click()
}

/** The line of the side bar and the one on the page about data. */
const lastBackupIs = async (page: Page, when: string): Promise<void> => {
  await page.getByRole('link', { name: `Sicherung ${when}`, exact: true }).waitFor()
  await page.locator('main').getByText(`Letzte Sicherung ${when}, im Sicherungsordner.`, { exact: false }).waitFor()
}

test('on Monday the folder is chosen, and the first backup lies there', async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  await begin('2026-11-16')
  await journey.go('')
  const page = journey.page()
  await foundTeam(page, { person: 'Dörte Hansen', team: 'Ordnungsamt' })
  await addCards(page, 'Bereit', 'Marktstände zählen')
  await saved(page)
  await giveFolder(page)
  await goTo(page, 'Daten & Sicherung')
  await button('Sicherungsordner wählen').click()
  await button('Ordner wählen').click()
  await lastBackupIs(page, 'Mo., 16. Nov., 09:00')
  drive = await readFolder(page)
  expect(Object.keys(drive)).toEqual([archiveOf('2026-11-16')])
}, 60_000)

type Trouble = Readonly<{
  what: string
  day: string
  /** What the line says of the day before, and of this one at its end. */
  before: string
  after: string
  card: string
  happens: (page: Page) => Promise<void>
  ends: (page: Page) => Promise<void>
  sentence: string
}>

const troubles: readonly Trouble[] = [
  {
    what: 'vanished',
    day: '2026-11-17',
    before: 'Mo., 16. Nov., 09:00',
    after: 'Di., 17. Nov., 09:00',
    card: 'Hundesteuer erklären',
    happens: removeFolder,
    ends: page => fillFolder(page, drive),
    sentence:
      'Der Ordner „Netzlaufwerk“ ist nicht zu finden. Vielleicht ist das Netzlaufwerk nicht verbunden, oder der Ordner wurde verschoben. Auf diesem Gerät ist alles da, und es wird weiter versucht.',
  },
  {
    what: 'read-only',
    day: '2026-11-18',
    before: 'Di., 17. Nov., 09:00',
    after: 'Mi., 18. Nov., 09:00',
    card: 'Fundräder versteigern',
    happens: page => spoilFolder(page, 'NoModificationAllowedError'),
    ends: mendFolder,
    sentence:
      'In den Ordner „Netzlaufwerk“ darf nicht geschrieben werden. Was darin liegt, ist unversehrt. Bitte Schreibrechte geben lassen oder einen anderen Ordner wählen.',
  },
  {
    what: 'closed by an administrator',
    day: '2026-11-19',
    before: 'Mi., 18. Nov., 09:00',
    after: 'Do., 19. Nov., 09:00',
    card: 'Laternenumzug sichern',
    happens: page => spoilFolder(page, 'NotAllowedError'),
    ends: mendFolder,
    sentence:
      'In den Ordner „Netzlaufwerk“ darf nicht geschrieben werden. Was darin liegt, ist unversehrt. Bitte Schreibrechte geben lassen oder einen anderen Ordner wählen.',
  },
  {
    what: 'full in the middle of the file',
    day: '2026-11-20',
    before: 'Do., 19. Nov., 09:00',
    after: 'Fr., 20. Nov., 09:00',
    card: 'Weihnachtsmarkt abnehmen',
    happens: page => spoilFolder(page, 'QuotaExceededError'),
    ends: mendFolder,
    sentence:
      'Im Ordner „Netzlaufwerk“ ist kein Platz mehr. Die Sicherungen darin sind unversehrt. Bitte dort Platz schaffen oder einen anderen Ordner wählen.',
  },
]

test.each(troubles.map(trouble => [trouble.what, trouble] as const))(
  'the folder is %s: it is said, the last backup keeps its date, nothing is lost, and the next one works',
  async (_what, { day, before, after, card, happens, ends, sentence }) => {
    const page = journey.page()
    await goTo(page, 'Board')
    await addCards(page, 'Bereit', card)
    await saved(page)
    await happens(page)
    await begin(day)
    await writesNow(page)
    await page.locator('main').getByText(sentence, { exact: true }).waitFor()
    await lastBackupIs(page, before)
    await goTo(page, 'Board')
    await overEveryScreen(sentence).waitFor()
    await cardIn(page, 'Bereit', card).waitFor()

    if (happens !== removeFolder)
      expect(await readFolder(page), 'what lay there lies there, and nothing beside it').toEqual(drive)
    await ends(page)
    await writesNow(page)
    await lastBackupIs(page, after)
    await overEveryScreen(sentence).waitFor({ state: 'detached' })
    expect(await page.locator('main').getByText(sentence, { exact: true }).count()).toBe(0)
    const { [archiveOf(day)]: newest = '', ...older } = await readFolder(page)
    expect(older, 'the older ones are the same to the byte').toEqual(drive)
    expect(JSON.stringify(JSON.parse(Buffer.from(newest, 'base64').toString('utf8')))).toContain(card)
    drive = await readFolder(page)
  },
  60_000,
)

test('after the week every card is there, and each day’s archive holds what was known by then', async () => {
  const page = journey.page()
  await page.reload()
  await goTo(page, 'Board')
  for (const { card } of troubles) await cardIn(page, 'Bereit', card).waitFor()
  await goTo(page, 'Daten & Sicherung')
  await expect
    .poll(() => page.getByRole('list', { name: 'Sicherungen im Ordner' }).getByRole('listitem').count())
    .toBe(5)
  expect(Object.keys(drive).toSorted()).toEqual(['2026-11-16', ...troubles.map(({ day }) => day)].map(archiveOf))
}, 60_000)
