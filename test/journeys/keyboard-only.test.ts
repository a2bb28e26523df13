import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { keyboardOf, type Keyboard } from '../support/keyboard.ts'
import { saved } from '../support/team-verbs.ts'

/**
 * Selma Aydin works without a mouse and with a screen reader: the whole main job. After each key the focus is somewhere,
 * and what is said is exactly what stands here. Each scene goes on where the one before ended.
 */
let journey: Journey
let keys: Keyboard
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  keys = keyboardOf(journey)
  await journey.go('')
  await heading('Lotse')
})
afterAll(() => journey.close())

const heading = (name: string): Promise<void> =>
  journey.page().getByRole('heading', { name, level: 1, exact: true }).waitFor()

const dialog = (name: string | RegExp) => journey.page().getByRole('dialog', { name })

/** A line of a list reads key and title. */
const row = (title: string): RegExp => new RegExp(`-\\w{5} ${title}`)

/** `G` and a letter, from anywhere; a place begins at its heading. */
const goTo = async (letter: string, place: string): Promise<void> => {
  await keys.press('g', letter)
  await heading(place)
  await keys.focusIs(place)
}

/** Comes with the third card. */
const persistence =
  'Der Browser darf diese Daten löschen, wenn der Platz knapp wird. Er kann zusagen, das nicht von selbst zu tun.'

test('a Scrum team is founded', async () => {
  await keys.tabTo(/^Team anlegen/)
  await keys.press('Enter')
  await heading('Team anlegen')
  await keys.tabTo(/^Ihr Name/)
  await keys.type('Selma Aydin')
  await keys.tabTo(/^Teamname/)
  await keys.type('Kämmerei')
  await keys.tabTo(/^Fortlaufend/)
  await keys.press('ArrowDown', 'Enter')
  await heading('Board')
  await saved(journey.page())
  await keys.hears()
})

test('cards are written into the backlog, one line each, and ranked', async () => {
  await keys.press('Escape')
  await goTo('l', 'Backlog')
  await keys.tabTo('Karte hinzufügen')
  for (const title of ['Haushaltsplan einlesen', 'Mahnläufe prüfen', 'Kasse abstimmen', 'Vorlage schreiben']) {
    await keys.type(title)
    await keys.press('Enter')
    await keys.hears(`Karte „${title}“ angelegt`)
    if (title === 'Kasse abstimmen') await keys.hears(persistence)
  }
  await keys.tabTo(row('Haushaltsplan einlesen'), 'Shift+Tab')
  await keys.press('End', 'Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowUp')
  await keys.focusIs(row('Vorlage schreiben'))
  await keys.hears(
    '„Vorlage schreiben“ liegt in Backlog, Position 3 von 4',
    '„Vorlage schreiben“ liegt in Backlog, Position 2 von 4',
    '„Vorlage schreiben“ liegt in Backlog, Position 1 von 4',
    'Weiter geht es in diese Richtung nicht',
  )
})

test('a sprint is planned and started', async () => {
  await goTo('s', 'Sprint')
  await keys.tabTo(/^Was ist am Ende möglich/)
  await keys.type('Der Haushalt ist eingebracht')
  await keys.tabTo('Sprint anlegen')
  await keys.press('Enter')
  await keys.tabTo(/^Alle 4 übernehmen/)
  await keys.press('Enter')
  await keys.hears('4 Karten nach Sprint 1 verschoben')
  await keys.focusIs(row('Vorlage schreiben'))
  await keys.press('Alt+ArrowDown')
  await keys.hears('„Vorlage schreiben“ liegt an Position 2 von 4')
  await keys.tabTo('Sprint starten')
  await keys.press('Enter')
  await journey.page().getByRole('tab', { name: 'Läuft', selected: true }).waitFor()
  await keys.hears('Sprint 1 läuft')
  await saved(journey.page())
})

test('cards move by Alt and arrows; undo takes it back', async () => {
  const page = journey.page()
  await goTo('b', 'Board')
  await keys.tabTo(/^Haushaltsplan einlesen/)
  await keys.press('Alt+ArrowRight')
  await cardIn(page, 'In Arbeit', 'Haushaltsplan einlesen').waitFor()
  await keys.focusIs(/^Haushaltsplan einlesen/)
  await keys.press('Control+z')
  await cardIn(page, 'Bereit', 'Haushaltsplan einlesen').waitFor()
  await keys.focusIs(/^Haushaltsplan einlesen/)
  await keys.press('Control+y')
  await cardIn(page, 'In Arbeit', 'Haushaltsplan einlesen').waitFor()
  await keys.focusIs(/^Haushaltsplan einlesen/)
  await keys.hears(
    '„Haushaltsplan einlesen“ liegt in In Arbeit, Position 1 von 1',
    'Rückgängig gemacht',
    'Wiederhergestellt',
  )
})

test('cards move by menu: with M on the board, and from the menu of the open card', async () => {
  const page = journey.page()
  await keys.press('m')
  await dialog('Verschieben nach …').waitFor()
  await keys.tabTo(/^Prüfung/)
  await keys.press('Enter')
  await cardIn(page, 'Prüfung', 'Haushaltsplan einlesen').waitFor()
  await keys.focusIs(/^Haushaltsplan einlesen/)
  await keys.hears('„Haushaltsplan einlesen“ nach Prüfung verschoben')
  await keys.press('Enter')
  await dialog(/Haushaltsplan einlesen/).waitFor()
  await keys.tabTo('Mehr zu dieser Karte')
  await keys.press('Enter')
  await keys.focusIs(/^Verschieben nach …/)
  await keys.press('Enter')
  await dialog('Verschieben nach …').waitFor()
  await keys.tabTo(/^In Arbeit/)
  await keys.press('Enter')
  await cardIn(page, 'In Arbeit', 'Haushaltsplan einlesen').waitFor()
  await keys.hears('„Haushaltsplan einlesen“ nach In Arbeit verschoben')
  await keys.focusIs('Mehr zu dieser Karte')
})

test('the details of a card are edited in place', async () => {
  const page = journey.page()
  await keys.tabTo('Titel: Haushaltsplan einlesen')
  await keys.press('Enter')
  await keys.type(' und vergleichen')
  await keys.press('Enter')
  await keys.focusIs('Titel: Haushaltsplan einlesen und vergleichen')
  await keys.press('z')
  await keys.tabTo('5')
  await keys.press('Enter')
  await keys.focusIs(/5 Punkte/)
  await keys.tabTo(/^Beschreibung/)
  await keys.press('Enter')
  await keys.type('Band 1 und 2')
  await keys.press('Control+Enter')
  await keys.focusIs('Beschreibung')
  await keys.press('Escape')
  await keys.focusIs(/^Haushaltsplan einlesen und vergleichen/)
  await cardIn(page, 'In Arbeit', 'Haushaltsplan einlesen und vergleichen').getByText('5 Punkte').waitFor()
  await saved(page)
  await keys.hears()
})

test('an impediment is reported on a card; Esc closes only what lies on top', async () => {
  const page = journey.page()
  await keys.press('Enter')
  await dialog(/und vergleichen/).waitFor()
  await keys.press('m')
  await dialog('Verschieben nach …').waitFor()
  await keys.press('Escape')
  await dialog('Verschieben nach …').waitFor({ state: 'detached' })
  await dialog(/und vergleichen/).waitFor()
  await keys.press('b')
  await keys.focusIs('Hindernis melden')
  await keys.type('Zahlen der Stadtkasse fehlen')
  await keys.press('Enter')
  await page.locator('[data-card]').getByText('Hindernis seit heute').waitFor()
  await keys.press('Escape')
  await keys.focusIs(/und vergleichen/)
  await saved(page)
  await keys.hears('Hindernis „Zahlen der Stadtkasse fehlen“ gemeldet')
})

test('the filter says what it leaves and lets go; an empty form says what is missing', async () => {
  const page = journey.page()
  const shown = (count: number) => expect.poll(() => page.locator('[data-card]').count()).toBe(count)
  await keys.press('f')
  await keys.focusIs('Auf dem Board suchen')
  await keys.type('Mahn')
  await shown(1)
  await keys.hears('1 von 4')
  await keys.type('xyz')
  await shown(0)
  await keys.hears('Nichts gefunden für „Mahnxyz“ (1 Filter aktiv).')
  await keys.press('Escape')
  await shown(4)
  await keys.tabTo('Blockiert')
  await keys.press('Space')
  await shown(1)
  await keys.hears('1 von 4')
  await keys.press('Space')
  await shown(4)
  await keys.tabTo(/^Vorlage schreiben|^Mahnläufe prüfen/)
  await keys.press('c')
  await dialog('Neue Karte').waitFor()
  await keys.press('Enter')
  const field = dialog('Neue Karte').getByRole('textbox').first()
  await page.getByText('Ein Titel genügt, aber ohne geht es nicht.').waitFor()
  expect(await field.evaluate(input => input === document.activeElement)).toBe(true)
  const described = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1)
  expect(await page.locator(`[id="${described}"]`).textContent()).toContain('Ein Titel genügt')
  await keys.press('Escape')
  await keys.focusIs(/^Vorlage schreiben|^Mahnläufe prüfen/)
  await keys.hears()
})

test('the sprint is closed, and each open card goes where it was sent', async () => {
  const page = journey.page()
  await goTo('s', 'Sprint')
  await keys.tabTo('Sprint abschließen')
  await keys.press('Enter')
  await dialog(/Sprint 1/).waitFor()
  // Next sprint, backlog, done, dropped: the first stays as it is proposed.
  const steps = { 'Vorlage schreiben': 1, 'Mahnläufe prüfen': 2, 'Kasse abstimmen': 3 }
  for (const [title, down] of Object.entries(steps)) {
    await keys.tabTo(`Wohin mit „${title}“`)
    await keys.press(...Array.from({ length: down }, () => 'ArrowDown'))
  }
  await keys.tabTo('Sprint abschließen')
  await keys.press('Enter')
  await dialog(/Sprint 1/).waitFor({ state: 'detached' })
  await saved(page)
  await keys.hears('Sprint 1 abgeschlossen')
  await page.getByRole('tab', { name: 'Planung', selected: true }).waitFor()
  const titles = (side: string) => page.locator(`[data-side=${side}] [data-card]`).allInnerTexts()
  await expect.poll(() => titles('sprint')).toEqual([expect.stringContaining('Haushaltsplan einlesen und vergleichen')])
  await expect.poll(() => titles('backlog')).toEqual([expect.stringContaining('Vorlage schreiben')])
})

test('files are given out', async () => {
  const page = journey.page()
  await keys.tabTo('Dateien', 'Shift+Tab')
  await keys.press('Enter')
  await heading('Mitbringen')
  await keys.focusIs('Mitbringen')
  await keys.press('Tab', 'ArrowRight')
  await heading('Ausgeben')
  for (const button of ['Sicherung herunterladen', 'Tabelle herunterladen']) {
    await keys.tabTo(button)
    const download = page.waitForEvent('download')
    await keys.press('Enter')
    const name = (await download).suggestedFilename()
    await keys.focusIs(button)
    await keys.hears(`„${name}“ liegt bei den Downloads.`)
  }
})

test('nothing else was said, nothing was an error', async () => {
  await keys.press('Control+z')
  await keys.hears('Rückgängig gemacht')
  const { foreign, violations, errors } = journey.watch
  expect({ foreign, violations, errors }).toEqual({ foreign: [], violations: [], errors: [] })
})
