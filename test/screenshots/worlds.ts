import type { Page } from 'playwright'
import { openPair } from '../support/colleagues.ts'
import { nameEverythingLong } from '../support/long-word.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'
import type { Addresses } from '../support/walk.ts'
import { openSample } from './sample.mjs'

type Prepare = (page: Page, address: string) => Promise<Addresses>

const found = async (page: Page, address: string, name: string, method: 'scrum' | 'kanban'): Promise<Addresses> => {
  await page.goto(`${address}#/start`)
  const chosen = method === 'scrum' ? 'In Sprints (Scrum)' : 'Fortlaufend (Kanban)'
  await foundTeam(page, { person: 'Katrin Albers', team: name, method: chosen })
  await saved(page)
  const team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  return { team, kanban: team, card: '' }
}

const works = ['Bescheid prüfen', 'Formular barrierefrei machen', 'Schnittstelle abnehmen', 'Unterlagen nachfordern']
const offices = ['Bauamt', 'Meldebehörde', 'Standesamt', 'Ordnungsamt', 'Jugendamt']
const states = ['Bereit', 'In Arbeit', 'Prüfung', 'Erledigt']

const table = (count: number): string => {
  const row = (at: number): string => `${works[at % 4]}, ${offices[at % 5]} ${at + 1};${states[at % 4]};${(at % 5) + 1}`
  return ['Titel;Status;Punkte', ...Array.from({ length: count }, (_, at) => row(at))].join('\n')
}

const importCards = async (page: Page, address: string, team: string, count: number): Promise<void> => {
  await page.goto(`${address}#/t/${team}/import`)
  const file = { name: 'vorgaenge.csv', mimeType: 'text/csv', buffer: Buffer.from(table(count)) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('#files-review').waitFor()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.locator('#files-review').waitFor({ state: 'detached', timeout: 120_000 })
  await page.locator('h2[data-step-focus]').waitFor({ timeout: 120_000 })
  await saved(page)
}

/** Three cards from the end of the backlog, so that the bin is not empty. */
const throwAway = async (page: Page, address: string, team: string): Promise<void> => {
  await page.goto(`${address}#/t/${team}/backlog`)
  for (let count = 0; count < 3; count++) {
    const row = page.locator('[data-backlog] [data-card]').nth(4)
    const id = await row.getAttribute('data-card')
    await row.locator('button[aria-haspopup=menu]').click()
    await page.getByRole('menuitem', { name: 'Löschen' }).click()
    await page.locator(`[data-card="${id}"]`).waitFor({ state: 'detached' })
  }
  await saved(page)
}

/** What lies in the browser while its pages are looked at, each in a context of its own; answers what addresses are made of. */
export const worlds = {
  nothing: async page => {
    await page.locator('main h1').waitFor()
    return { team: '', kanban: '', card: '' }
  },
  sample: async (page, address) => {
    const addresses = (await openSample(page, address)) as Addresses
    await throwAway(page, address, addresses.team)
    return addresses
  },
  firstDay: (page, address) => found(page, address, 'Bauamt Digital', 'scrum'),
  longNames: nameEverythingLong,
  colleagues: (page, address) =>
    openPair({
      page: () => page,
      context: () => page.context(),
      go: async route => {
        await page.goto(`${address}${route}`)
      },
    }),
  many: async (page, address) => {
    const addresses = await found(page, address, 'Bürgerdienste', 'kanban')
    await importCards(page, address, addresses.team, 1000)
    return addresses
  },
} as const satisfies Readonly<Record<string, Prepare>>
