import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bauakte } from '../../src/domain/sample/bauakte.ts'
import { bauakteBacklog } from '../../src/domain/sample/bauakte-backlog.ts'
import type { SampleCard } from '../../src/domain/sample/plan.ts'
import { samplePeople } from '../../src/domain/sample/people.ts'
import { openSample } from '../screenshots/sample.mjs'
import { openJourney, type Journey } from '../support/journey.ts'
import { faintOnPaper } from '../support/paper-probe.ts'
import { readPdf, type PrintedSheet } from '../support/read-pdf.ts'
import type { Addresses } from '../support/walk.ts'

/** Katrin Albers carries the sprint into a meeting room without sockets: everything she needs is on paper. */
let journey: Journey
let addresses: Addresses
let page: Page

beforeAll(async () => {
  // Whoever works in the dark still prints black on white.
  journey = await openJourney({ reducedMotion: 'reduce', colorScheme: 'dark' })
  page = journey.page()
  addresses = (await openSample(page, journey.address)) as Addresses
})
afterAll(() => journey.close())

const go = async (place: string, shown = '[data-paper][data-whole]:not([data-left])'): Promise<void> => {
  await page.evaluate(address => {
    document.querySelector('[data-paper]')?.setAttribute('data-left', '')
    location.hash = address
  }, `#/t/${addresses.team}/${place}`)
  await page.locator(shown).first().waitFor()
}
const printed = async (): Promise<readonly PrintedSheet[]> => readPdf(await page.pdf({ preferCSSPageSize: true }))
const textOf = (sheets: readonly PrintedSheet[]): string => sheets.map(({ text }) => text).join('')
const bare = (text: string): string => text.normalize('NFKC').replaceAll(/\*\*|\s/g, '')
const missing = (sheets: readonly PrintedSheet[], wanted: readonly (string | undefined)[]): readonly string[] => {
  const text = textOf(sheets)
  return wanted.filter(one => one !== undefined).filter(one => !text.includes(bare(one)))
}
const pageNumbers = (sheets: readonly PrintedSheet[]): readonly string[] =>
  sheets.map(({ text }, at) => (text.includes(`Seite${at + 1}von${sheets.length}`) ? '' : text.slice(-60)))

const nameOf = (ref: string | undefined): string | undefined => samplePeople.find(person => person.ref === ref)?.name
const epicOf = (ref: string | undefined): string | undefined => bauakte.epics.find(epic => epic.ref === ref)?.title
const fieldsOf = ({ title, text, epic, people = [], criteria = [], points }: SampleCard) => [
  title,
  ...(text ?? '').split('\n'),
  epicOf(epic),
  ...people.map(nameOf),
  ...criteria,
  points === undefined ? undefined : String(points),
]
const waiting = bauakteBacklog.filter(({ dropped }) => dropped === undefined)
const running = bauakte.cards.filter(({ sprints = [] }) => sprints.at(-1) === 3)

test('the backlog: every field of every card, in full, on numbered sheets across', async () => {
  await go('print/backlog')
  const sheets = await printed()
  expect(sheets.every(({ width, height }) => width === 297 && height === 210)).toBe(true)
  expect(pageNumbers(sheets)).toEqual(sheets.map(() => ''))
  expect(missing(sheets, ['Backlog', 'Digitale Bauakte', 'Stand:', `${waiting.length} Karten`])).toEqual([])
  expect(missing(sheets, waiting.flatMap(fieldsOf))).toEqual([])
  // Long tables say on every sheet what their columns are, and no sheet is empty.
  expect(sheets.every(({ text }) => text.includes('SchlüsselTitelArt') && text.length > 200)).toBe(true)
})

test('the board as a table: columns, cards, and what is wrong with them in words', async () => {
  await go('print/board')
  const sheets = await printed()
  expect(
    missing(
      sheets,
      bauakte.columns.map(({ name }) => name),
    ),
  ).toEqual([])
  expect(missing(sheets, running.flatMap(fieldsOf))).toEqual([])
  const text = textOf(sheets)
  expect(text).toMatch(/Hindernisseit\d+T:TestsystemderXBau-Schnittstellenichterreichbar/)
  expect(text).toMatch(/☑Antragsdaten.*☐AnlagenliegenmitihremDokumenttyp/)
  expect(text).toContain('1von3abgehakt')
  expect(await faintOnPaper(page)).toEqual([])
})

test('what the filter leaves is printed, and the filter is named', async () => {
  await go('board', '[data-column]')
  await page.getByRole('button', { name: 'Blockiert', exact: true }).click()
  await page.getByRole('button', { name: 'Mehr zu dieser Ansicht' }).click()
  await page.getByRole('menuitem', { name: 'Drucken' }).click()
  await page.locator('[data-paper][data-whole]').waitFor()
  const sheets = await printed()
  expect(missing(sheets, ['Filter: Blockiert', 'Testsystem der XBau-Schnittstelle'])).toEqual([])
  expect(textOf(sheets)).not.toContain(bare('Lastprobe mit 80 gleichzeitig Arbeitenden'))
  await page.getByRole('button', { name: 'Zurück' }).click()
  await page.getByRole('button', { name: 'Filter aufheben' }).click()
})

test('a sprint: goal, days, figures of the team and scope; a past one with what became of it', async () => {
  await go('print/sprint/running')
  const now = await printed()
  expect(missing(now, ['Sprint 14', 'läuft', bauakte.sprints[3]?.goal, '40,5', ...running.flatMap(fieldsOf)])).toEqual(
    [],
  )
  await go('print/sprint/planning')
  const planned = bauakte.cards.filter(({ sprints = [] }) => sprints.at(-1) === 4)
  expect(missing(await printed(), ['Sprint 15', bauakte.sprints[4]?.goal, ...planned.flatMap(fieldsOf)])).toEqual([])
  expect(textOf(await printed())).toContain('WartetaufDIG-')
  await page.getByRole('button', { name: 'Sprint 14', exact: true }).click()
  const both = await printed()
  expect(missing(both, [...running, ...planned].flatMap(fieldsOf))).toEqual([])
  expect(
    both.filter(({ text }) => /Sprint15\d+\./.test(text)),
    'each begins on a sheet of its own',
  ).toHaveLength(1)
  await go('sprint/past', 'main table a')
  await page.locator('main table a', { hasText: 'Sprint 12' }).click()
  await page.getByRole('heading', { name: 'Sprint 12' }).waitFor()
  await page.getByRole('button', { name: 'Mehr zu dieser Ansicht' }).click()
  await page.getByRole('menuitem', { name: 'Drucken' }).click()
  await page.locator('[data-paper][data-whole]').waitFor()
  expect(
    missing(await printed(), ['Sprint 12', 'Sprintziel: erreicht', bauakte.sprints[1]?.goal, 'abgeschlossen']),
  ).toEqual([])
})

test('impediments: whose turn, since when, what next, what helped', async () => {
  const [open, over] = [bauakte.impediments.filter(one => !one.helped), bauakte.impediments.filter(one => one.helped)]
  const fields = (all: typeof open) =>
    all.flatMap(({ title, effect, partyName, owner, nextStep, helped }) => [
      title,
      effect,
      partyName,
      nameOf(owner),
      nextStep,
      helped,
    ])
  await go('print/impediments')
  const sheets = await printed()
  expect(missing(sheets, [...fields(open), 'Am Zug: Dienstleister', 'kritisch', 'eskaliert', 'Stufe 1'])).toEqual([])
  expect(await faintOnPaper(page)).toEqual([])
  await page.getByText('Vorbei (').click()
  expect(missing(await printed(), [...fields(over), 'gelöst'])).toEqual([])
})

test('Strg+P on an open card prints the card, once, and Zurück leads back to it', async () => {
  await page.evaluate(() => {
    Object.assign(globalThis, {
      asked: 0,
      print: () => Object.assign(globalThis, { asked: Reflect.get(globalThis, 'asked') + 1 }),
    })
  })
  await go('board', '[data-column]')
  await page.getByText('Bauantrag im Format XBau entgegennehmen').click()
  await page.getByRole('button', { name: /^Titel: Bauantrag im Format/ }).waitFor()
  await page.keyboard.press('Control+p')
  await page.locator('[data-paper=upright]').waitFor()
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'asked'))).toBe(1)
  const [card] = running.filter(({ title }) => title === 'Bauantrag im Format XBau entgegennehmen')
  const sheets = await printed()
  expect(missing(sheets, card ? fieldsOf(card) : ['no such card'])).toEqual([])
  expect(missing(sheets, ['In Arbeit', 'hoch', 'Antragstellende', 'Verlauf', 'Angelegt'])).toEqual([])
  expect(textOf(sheets)).not.toContain('**')
  expect(pageNumbers(sheets)).toEqual(sheets.map(() => ''))
  await page.getByRole('button', { name: 'Zurück' }).click()
  await page.getByRole('button', { name: /^Titel: Bauantrag im Format/ }).waitFor()
})

test('cards to cut out: four on a sheet, each with its key, title and estimate', async () => {
  await go('print/board')
  await page.getByText('Karten zum Ausschneiden').click()
  const sheets = await printed()
  expect(sheets.map(({ width, height }) => [width, height])).toEqual(
    Array.from({ length: Math.ceil(running.length / 4) }, () => [210, 297]),
  )
  expect(
    sheets.flatMap(({ text }) => text.match(/DIG-[A-Z0-9]{5}(?=Aufgabe|Story|Fehler|Erkundung)/g)?.length),
  ).toEqual(Array.from({ length: sheets.length }, (_, at) => Math.min(4, running.length - at * 4)))
  expect(
    missing(
      sheets,
      running.map(({ title }) => title),
    ),
  ).toEqual([])
  expect(pageNumbers(sheets)).toEqual(sheets.map(() => ''))
})
