import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, card, openCard } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { keyboardOf, type Keyboard } from '../support/keyboard.ts'
import { redSquare } from '../support/long-word.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'
import { holdAsPhone, tap } from '../support/touch.ts'

/**
 * Selma Aydin fills a card field by field without a mouse, then another one with one finger; one of them goes to the building
 * yard's team and comes back. Each scene goes on where the one before ended.
 */
let journey: Journey
let keys: Keyboard
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  keys = keyboardOf(journey)
  const page = journey.page()
  await journey.go('')
  await foundTeam(page, { person: 'Selma Aydin', team: 'Grünflächen' })
  await addCards(page, 'Bereit', 'Linde fällen', 'Bank streichen', 'Gutachten holen')
  await saved(page)
})
afterAll(() => journey.close())

const button = (name: string | RegExp) => journey.page().getByRole('button', { name, exact: true })
const field = (name: string) => journey.page().getByRole('textbox', { name, exact: true })

/** Everything the open card says of itself, read as a person would. */
const properties = async (): Promise<readonly string[]> => {
  const values = await journey
    .page()
    .locator('dialog[open] button[aria-expanded]:has(.visually-hidden)')
    .allInnerTexts()
  return values.map(text => text.replaceAll(/\s+/g, ' ').trim())
}

const filled = [
  'Spalte: In Arbeit',
  expect.stringMatching(/^Personen: .*Selma Aydin/),
  'Schätzung: 5 Punkte',
  expect.stringMatching(/^Fällig: .*heute$/),
  'Priorität: hoch',
  'Labels: Artenschutz',
  expect.stringMatching(/^Teil von: /),
  'Art: Fehler',
]

const entry = (name: string) => journey.page().getByRole('menuitemradio', { name, exact: true })

/** The key that opens a menu, arrows to the entry, Enter. */
const pick = async (key: string, name: string): Promise<void> => {
  await keys.press(key)
  await entry(name).waitFor()
  const isThere = () => entry(name).evaluate(one => one === document.activeElement)
  for (let steps = 0; steps < 10 && !(await isThere()); steps++) await keys.press('ArrowDown')
  await keys.press('Enter')
  await entry(name).waitFor({ state: 'detached' })
}

/** The field of a list to choose from has the keys. */
const listIsOpen = (name: string) => {
  const box = journey.page().getByRole('combobox', { name, exact: true })
  return expect.poll(() => box.evaluate(one => one === document.activeElement)).toBe(true)
}

/** Enter takes the option that is marked. */
const marked = (name: RegExp) =>
  journey.page().locator('[role=option][data-active-item]').filter({ hasText: name }).waitFor()

test('every field of a card is filled by keys alone', async () => {
  const page = journey.page()
  await card(page, 'Linde fällen').focus()
  await keys.press('Enter')
  await button('Titel: Linde fällen').waitFor()
  await keys.tabTo('Titel: Linde fällen')
  await keys.press('Enter')
  await keys.type(' und ersetzen')
  await keys.press('Escape')
  await keys.focusIs('Titel: Linde fällen und ersetzen')

  await keys.tabTo(/^Spalte: /)
  await pick('Enter', 'In Arbeit')
  await keys.focusIs(/^Spalte: In Arbeit/)
  await keys.press('a')
  await listIsOpen('Personen')
  await keys.type('selma')
  await marked(/Selma Aydin/)
  await keys.press('Enter')
  await page.getByRole('option', { name: /Selma Aydin/, selected: true }).waitFor()
  await keys.press('Escape')
  await keys.focusIs(/^Personen: /)
  await keys.press('z')
  await keys.tabTo('5')
  await keys.press('Enter')
  await keys.focusIs(/5 Punkte/)
  await keys.press('d')
  await keys.tabTo(/^heute/)
  await keys.press('Enter')
  await keys.focusIs(/^Fällig: /)
  await pick('p', 'hoch')
  await keys.focusIs(/^Priorität: /)
  await keys.press('l')
  await listIsOpen('Labels')
  await keys.type('Artenschutz')
  await marked(/Label „Artenschutz“ anlegen/)
  await keys.press('Enter')
  await page.getByRole('option', { name: 'Artenschutz', selected: true }).waitFor()
  await keys.press('Escape')
  await keys.focusIs(/^Labels: /)
  await pick('t', 'Fehler')
  await expect.poll(properties).toEqual(filled)
})

test('so are its texts and lists: formatted, ticked, put in order, with a link and what it waits for', async () => {
  const page = journey.page()
  await keys.tabTo(/^Beschreibung/)
  await keys.press('Enter')
  await keys.type('Der Stamm ist ')
  await keys.press('Control+b')
  await keys.type('hohl')
  await keys.press('Control+Enter')
  await page.locator('strong').getByText('hohl').waitFor()
  await keys.tabTo('Kriterium hinzufügen')
  await keys.type('Vogelnester geprüft')
  await keys.press('Enter')
  await keys.type('Genehmigung liegt vor')
  await keys.press('Enter')
  const checks = page.locator('dialog[open] li:has(input[type=checkbox])')
  await expect.poll(() => checks.count()).toBe(2)
  await keys.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await keys.focusIs('Genehmigung liegt vor')
  await keys.press('Space')
  await checks
    .nth(1)
    .getByText(/^Selma Aydin, heute|^Selma Aydin, /)
    .waitFor()
  await keys.press('Alt+ArrowUp')
  await checks.first().getByRole('checkbox', { name: 'Genehmigung liegt vor' }).waitFor()
  await keys.focusIs('Genehmigung liegt vor')
  await keys.tabTo('Checkliste hinzufügen')
  await keys.type('Werkzeug')
  await keys.press('Enter')
  await button('Name der Checkliste: Werkzeug').waitFor()
  await keys.tabTo('Adresse, Pfad oder Aktenzeichen hinzufügen')
  await keys.type('\\\\server\\bauhof\\linde.pdf')
  await keys.press('Enter')
  await button(String.raw`„\\server\bauhof\linde.pdf“ kopieren`).waitFor()
  await keys.tabTo('Karte wählen')
  await keys.press('Enter')
  await listIsOpen('Karte wählen')
  await keys.type('Gutachten')
  await marked(/Gutachten holen/)
  await keys.press('Enter')
  await button('Wartet nicht mehr darauf').waitFor()
  await keys.tabTo('Kommentar schreiben')
  await keys.type('Am Montag mit dem Amt sprechen')
  await keys.press('Control+Enter')
  await page.locator('[data-comment]').getByText('Am Montag').waitFor()
  // What is half written when Esc closes the card is there again when it opens.
  await keys.type('Noch ein Ged')
  await keys.press('Escape')
  await keys.focusIs(/^Linde fällen und ersetzen/)
  await keys.press('Enter')
  await field('Kommentar schreiben').waitFor()
  expect(await field('Kommentar schreiben').inputValue()).toBe('Noch ein Ged')
  await keys.press('Escape')
  await saved(page)
})

test('every field of another card is filled by one finger', async () => {
  const page = journey.page()
  const write = (text: string) => page.keyboard.insertText(text)
  /** Beside a list that takes several. */
  const beside = () => tap(page, page.getByRole('heading', { name: 'Beschreibung' }))
  await holdAsPhone(page)
  await tap(
    page,
    page
      .locator('main')
      .getByRole('button', { name: /^Bereit/ })
      .first(),
  )
  await tap(page, card(page, 'Bank streichen'))
  await tap(page, button('Titel: Bank streichen'))
  await write(', grün')
  await tap(page, button(/^Spalte: /))
  await tap(page, entry('In Arbeit'))
  await button('Titel: Bank streichen, grün').waitFor()
  await tap(page, button(/^Personen: /))
  await tap(page, page.getByRole('option', { name: /Selma Aydin/ }))
  await beside()
  await tap(page, button(/^Schätzung: /))
  await tap(page, button('5'))
  await tap(page, button(/^Fällig: /))
  await tap(page, button(/^heute/))
  await tap(page, button(/^Priorität: /))
  await tap(page, entry('hoch'))
  await tap(page, button(/^Labels: /))
  await tap(page, page.getByRole('option', { name: 'Artenschutz' }))
  await beside()
  await tap(page, button(/^Art: /))
  await tap(page, entry('Fehler'))
  await expect.poll(properties).toEqual(filled)

  await tap(page, button('Beschreibung: Beschreibung hinzufügen'))
  await tap(page, button('Zum Abhaken'))
  await write('Lack bestellt')
  await tap(page, field('Kriterium hinzufügen'))
  await page.getByText('Lack bestellt').waitFor()
  await write('Zwei Anstriche')
  await tap(page, field('Checkliste hinzufügen'))
  await tap(page, page.getByRole('checkbox', { name: 'Zwei Anstriche' }))
  await page
    .getByText(/^Selma Aydin, /)
    .first()
    .waitFor()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, button('Datei hinzufügen'))])
  await chooser.setFiles({ name: 'IMG_7.png', mimeType: 'image/png', buffer: Buffer.from(redSquare, 'base64') })
  await tap(page, button('„IMG_7.png“ groß zeigen'))
  await tap(page, button('Name der Datei: IMG_7.png'))
  await field('Name der Datei').selectText()
  await write('Bank vorher.png')
  await tap(
    page,
    page.getByRole('dialog', { name: 'IMG_7.png' }).getByRole('button', { name: 'Schließen', exact: true }),
  )
  await button('„Bank vorher.png“ groß zeigen').waitFor()
  await tap(page, page.locator('dialog[open]').getByRole('button', { name: 'Schließen', exact: true }))
  await saved(page)
  await holdAsPhone(page, false)
})

test('what somebody writes in another tab moves no caret, and both texts stay', async () => {
  const page = journey.page()
  await openCard(page, 'Gutachten holen')
  await button('Beschreibung: Beschreibung hinzufügen').click()
  await page.keyboard.insertText('Büro anrufen')
  const mine = field('Beschreibung')
  await mine.evaluate(text => (text as HTMLTextAreaElement).setSelectionRange(4, 4))
  const other = await journey.openTab(new URL(page.url()).hash)
  await other.getByRole('button', { name: 'Titel: Gutachten holen' }).click()
  await other.keyboard.insertText(', eilt')
  await other.keyboard.press('Enter')
  await button('Titel: Gutachten holen, eilt').waitFor()
  expect(
    await mine.evaluate(text => [document.activeElement === text, (text as HTMLTextAreaElement).selectionStart]),
  ).toEqual([true, 4])
  await page.keyboard.insertText(' morgen')
  await page.keyboard.press('Escape')
  await other.getByText('Büro morgen anrufen').waitFor()
  await other.close()
  await page.keyboard.press('Escape')
})

test('a card goes to another team and comes back, with all it carries; its old address says where it is', async () => {
  const page = journey.page()
  const toTeam = async (team: string): Promise<void> => {
    await button('Mehr zu dieser Karte').click()
    await page.getByRole('menuitem', { name: 'In anderes Team' }).click()
    await page.getByRole('combobox', { name: 'Team' }).selectOption({ label: team })
    await button('Karte übergeben').click()
    await page.getByText(`Umgezogen nach ${team}.`).waitFor()
  }
  const follow = () => page.getByRole('link', { name: 'Dort öffnen' }).click()
  const isWhole = async (): Promise<void> => {
    await button('Titel: Linde fällen und ersetzen').waitFor()
    await page.locator('[data-comment]').getByText('Am Montag').waitFor()
    await page.getByRole('checkbox', { name: 'Genehmigung liegt vor', checked: true }).waitFor()
    await button(String.raw`„\\server\bauhof\linde.pdf“ kopieren`).waitFor()
    await button('Schätzung: 5 Punkte').waitFor()
  }
  const green = page.url()
  await journey.go('#/start/team')
  await foundTeam(page, { person: 'Selma Aydin', team: 'Bauhof' })
  await page.goto(green)
  await openCard(page, 'Linde fällen und ersetzen')
  const old = page.url()
  const key = /\/c\/([^/]+)$/.exec(old)?.[1] ?? ''
  await toTeam('Bauhof')
  await follow()
  await isWhole()
  await page.locator('[data-history]').getByText('Aus „Grünflächen“ übernommen').waitFor()
  await journey.go(`#/t/${/\/t\/([^/]+)/.exec(old)?.[1]}/c/${key}`)
  await page.getByText('Umgezogen nach Bauhof.').waitFor()
  await follow()
  await isWhole()
  await toTeam('Grünflächen')
  await follow()
  await isWhole()
  // One step takes the way back back.
  await page.locator('main h1').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText('Umgezogen nach Bauhof.').waitFor()
  await follow()
  await isWhole()
  await saved(page)
})
