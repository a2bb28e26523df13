import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseTable } from '../../src/exchange/csv.ts'
import { cardIn, closeCard, openCard } from '../support/board-verbs.ts'
import { chooseFile, takeFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/**
 * Mira Sommer brings along what her team has kept elsewhere: the issues of a Jira server, and a table from a mail.
 * Each scene goes on where the one before ended.
 */
let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  await journey.go('')
  await foundTeam(journey.page(), { person: 'Mira Sommer', team: 'Digitalstelle' })
})
afterAll(() => journey.close())

const top = fileURLToPath(new URL('../..', import.meta.url))
const real = `${process.env['LOTSE_FIXTURES'] ?? `${top}../shared/fixtures`}/jira-server-issues-mit.csv`
/** The real file; where it is absent, one of the same shape written by hand. */
const jiraFile = existsSync(real) ? real : `${top}test/journeys/fixtures/jira-server.csv`

const rowsOf = (text: string): readonly (readonly string[])[] => {
  const table = parseTable(text)
  if (!table.ok) throw new Error(table.refusal.because)
  return table.value.rows
}
const cellsOf = (rows: readonly (readonly string[])[], name: string): readonly string[] => {
  const at = rows[0]?.indexOf(name) ?? -1
  return rows.slice(1).map(row => row[at]?.trim() ?? '')
}
const issues = rowsOf(readFileSync(jiraFile, 'utf8'))
const summaries = cellsOf(issues, 'Summary')

/** All cards of the team as the table that Lotse hands out. */
const handedOut = async (): Promise<readonly (readonly string[])[]> => {
  const page = journey.page()
  await goTo(page, 'Dateien')
  await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Ausgeben').click()
  return rowsOf((await takeFile(page, 'Tabelle herunterladen')).buffer.toString('utf8'))
}

test('a file of a Jira server comes with every row, its lines and its days', async () => {
  const page = journey.page()
  await goTo(page, 'Dateien')
  await chooseFile(page, jiraFile)
  await page.getByRole('heading', { name: /^Jira-Vorgänge/ }).waitFor()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('heading', { name: `${summaries.length} Karten sind da` }).waitFor()
  await saved(page)
  await page.getByRole('link', { name: 'Zum Board' }).click()
  for (const summary of summaries) await cardIn(page, 'Open', summary).waitFor()

  const [, , third = ''] = summaries
  const lines = (cellsOf(issues, 'Description')[2] ?? '').split('\n').filter(line => line.trim() !== '')
  await openCard(page, third)
  for (const line of lines) await page.getByText(line.trim()).first().waitFor()
  await closeCard(page)

  const table = await handedOut()
  const created = new Map(cellsOf(table, 'Titel').map((title, index) => [title, cellsOf(table, 'Angelegt am')[index]]))
  expect(summaries.map(summary => created.get(summary))).toEqual([
    '2020-06-25',
    '2020-06-12',
    '2020-03-04',
    '2018-01-12',
  ])
})

test('a table of sixty rows, pasted into the backlog, is understood, comes, and is taken back', async () => {
  const page = journey.page()
  const table = readFileSync(`${top}test/exchange/fixtures/pasted-60-rows.tsv`, 'utf8')
  await goTo(page, 'Vorrat')
  await page.getByRole('button', { name: 'Zeilen einfügen' }).first().click()
  await page.getByRole('textbox', { name: 'Zeilen' }).fill(table)
  await page.getByText('Das sieht nach einer Tabelle mit 9 Spalten aus.').waitFor()
  await page.getByRole('button', { name: 'Spalten zuordnen' }).click()
  await page.getByRole('heading', { name: 'Tabelle „Eingefügte Tabelle“' }).waitFor()
  await page.getByText('60 neue Karten').waitFor()
  await page.getByRole('row', { name: /Datum nicht lesbar.*Montag/ }).waitFor()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('heading', { name: '60 Karten sind da' }).waitFor()
  await saved(page)

  const cards = await handedOut()
  const titled = (title: string, name: string) => cellsOf(cards, name)[cellsOf(cards, 'Titel').indexOf(title)]
  expect(titled('Gebührenordnung ändern: Grünflächen', 'Schätzung')).toBe('3,5')
  expect(titled('Formular übersetzen: Bürgerbüro', 'Beschreibung')?.split(/\r?\n/)).toEqual([
    'Zuerst das Muster ansehen.',
    expect.stringContaining('- Bürgerbüro fragen'),
    expect.stringContaining('- Frist "5 Tage" beachten'),
  ])
  const of = (name: string) => titled('Straßenkataster abgleichen: Meldestelle', name)
  expect([cards.length, of('Fällig am'), of('Schätzung'), of('Spalte'), of('Personen')]).toEqual([
    1 + summaries.length + 60,
    '2026-12-05',
    '8',
    'In Arbeit',
    'Jürgen Weiß',
  ])

  await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Mitbringen').click()
  await page.getByRole('button', { name: 'Import zurücknehmen: „Eingefügte Tabelle“' }).click()
  await page.getByRole('heading', { name: 'Der Import ist zurückgenommen' }).waitFor()
  await saved(page)
  expect((await handedOut()).length).toBe(1 + summaries.length)
})

const pasteTable = (text: string) =>
  journey.page().evaluate(pasted => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

const takeOver = async (count: number): Promise<void> => {
  const page = journey.page()
  await page.getByText(`${count} neue Karten`).waitFor()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('heading', { name: `${count} Karten sind da` }).waitFor()
  await saved(page)
}

const bringAlong = async (): Promise<void> => {
  const page = journey.page()
  await page.getByRole('radiogroup', { name: 'Richtung' }).getByText('Mitbringen').click()
  await page.getByRole('heading', { name: 'Datei hierher ziehen' }).waitFor()
}

test('a table without headings is read as far as its cells tell', async () => {
  await bringAlong()
  await pasteTable('Ampel prüfen\t20.11.2026\nZebrastreifen für Schüler malen\t1.12.26\n')
  await takeOver(2)
  const cards = await handedOut()
  const due = new Map(cellsOf(cards, 'Titel').map((title, index) => [title, cellsOf(cards, 'Fällig am')[index]]))
  expect([due.get('Ampel prüfen'), due.get('Zebrastreifen für Schüler malen')]).toEqual(['2026-11-20', '2026-12-01'])
})

test('a table copied in Excel is read as soon as it is pasted; hostile cells come in as text', async () => {
  await bringAlong()
  await pasteTable('Titel\tBeschreibung\n<img src=x onerror=alert(1)>\t=cmd|calc\n"Offen\t<script>alert(1)</script>\n')
  await takeOver(2)
  const titles = cellsOf(await handedOut(), 'Titel')
  expect(titles).toEqual(expect.arrayContaining(['<img src=x onerror=alert(1)>', '"Offen']))
  expect([journey.watch.errors, journey.watch.violations, journey.watch.foreign]).toEqual([[], [], []])
})
