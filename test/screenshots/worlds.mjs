import { openSample } from './sample.mjs'

const teamIn = page => /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''

const foundTeam = async (page, address, { name, method }) => {
  await page.goto(`${address}#/start/team`)
  await page.locator('input[type=text]').first().fill('Katrin Albers')
  await page.locator('input[type=text]').nth(1).fill(name)
  await page
    .locator('input[type=radio]')
    .nth(method === 'scrum' ? 1 : 0)
    .check()
  await page.locator('button[type=submit]').click()
  await page.waitForURL(/#\/t\/.*\/board/)
  return { team: teamIn(page) }
}

const works = ['Bescheid prüfen', 'Formular barrierefrei machen', 'Schnittstelle abnehmen', 'Unterlagen nachfordern']
const offices = ['Bauamt', 'Meldebehörde', 'Standesamt', 'Ordnungsamt', 'Jugendamt']
const states = ['Bereit', 'In Arbeit', 'Prüfung', 'Erledigt']

const table = count => {
  const row = at => `${works[at % 4]}, ${offices[at % 5]} ${at + 1};${states[at % 4]};${(at % 5) + 1}`
  return ['Titel;Status;Punkte', ...Array.from({ length: count }, (_, at) => row(at))].join('\n')
}

const importCards = async (page, address, { team }, count) => {
  await page.goto(`${address}#/t/${team}/import`)
  const file = { name: 'vorgaenge.csv', mimeType: 'text/csv', buffer: Buffer.from(table(count)) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('#files-review').waitFor()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.locator('#files-review').waitFor({ state: 'detached', timeout: 120_000 })
  await page.locator('[data-step-focus]').waitFor({ timeout: 120_000 })
  await page.waitForTimeout(3000)
}

/** What lies in the browser while a screen is looked at, each in a context of its own; answers what addresses are made of. */
export const worlds = {
  nothing: async () => ({}),
  sample: openSample,
  empty: (page, address) => foundTeam(page, address, { name: 'Bauamt Digital', method: 'scrum' }),
  many: async (page, address) => {
    const team = await foundTeam(page, address, { name: 'Bürgerdienste', method: 'kanban' })
    await importCards(page, address, team, 1000)
    return team
  },
}
