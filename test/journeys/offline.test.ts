import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, card, cardIn, openCard, quickField } from '../support/board-verbs.ts'
import { dist } from '../support/build.mjs'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** Jonas Keller was here once with a network. After that he sits in the basement of the archive. */
let journey: Journey
let folder = ''
let route = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-build-'))
  await cp(dist, folder, { recursive: true })
  journey = await openJourney({}, folder)
  await journey.go('')
  await foundTeam(journey.page(), { person: 'Jonas Keller', team: 'Stadtarchiv' })
  await addCards(journey.page(), 'Bereit', 'Bestand 14 verzeichnen')
  await saved(journey.page())
  route = new URL(journey.page().url()).hash
  await journey.page().evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
})
afterAll(async () => {
  await journey.close()
  await rm(folder, { recursive: true, force: true })
})

test('without the server: reload, a card by its address, screens never opened before, an edit, reload', async () => {
  await journey.stopServer()
  const page = journey.page()
  await page.reload()
  await cardIn(page, 'Bereit', 'Bestand 14 verzeichnen').waitFor()
  await card(page, 'Bestand 14 verzeichnen').click()
  await page.getByRole('button', { name: 'Titel: Bestand 14 verzeichnen' }).waitFor()
  const deep = new URL(page.url()).hash
  await page.goto('about:blank')
  await journey.go(deep)
  await page.getByRole('button', { name: 'Titel: Bestand 14 verzeichnen' }).waitFor()
  await journey.go(route)
  for (const place of ['Vorrat', 'Hindernisse', 'Team', 'Einstellungen', 'Board']) await goTo(page, place)
  await addCards(page, 'Bereit', 'Kartons umlagern')
  await saved(page)
  await page.reload()
  await cardIn(page, 'Bereit', 'Kartons umlagern').waitFor()
})

/** A newer build: one file has another content, and the list of files says so. */
const publishNewer = async (): Promise<void> => {
  const [index, worker] = [join(folder, 'index.html'), join(folder, 'sw.js')]
  await writeFile(index, `${await readFile(index, 'utf8')}<!-- newer -->`)
  const names = await readdir(folder)
  expect(names).toContain('sw.js')
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// newer`)
}

test('a newer version waits quietly; what is being typed stays until somebody reloads', async () => {
  await publishNewer()
  await journey.startServer()
  const page = journey.page()
  await openCard(page, 'Bestand 14 verzeichnen')
  const comment = page.getByRole('textbox', { name: 'Kommentar schreiben' })
  await comment.fill('Angefangener Kommentar')
  const field = await quickField(page, 'Bereit')
  await field.fill('Halb geschriebener Titel')
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })
  await page.getByText('Eine neue Version ist bereit.').waitFor()
  expect(await field.inputValue()).toBe('Halb geschriebener Titel')
  expect(await field.evaluate(input => input === document.activeElement), 'nothing takes the cursor away').toBe(true)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Neu laden' }).click()])
  await cardIn(page, 'Bereit', 'Halb geschriebener Titel').waitFor()
  await cardIn(page, 'Bereit', 'Kartons umlagern').waitFor()
  expect(await comment.inputValue()).toBe('Angefangener Kommentar')
})
