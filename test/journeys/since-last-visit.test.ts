import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { card, showAs } from '../support/board-verbs.ts'
import { meetAgain, openColleague, pair } from '../support/colleagues.ts'
import { chooseFile } from '../support/file-verbs.ts'
import type { Journey } from '../support/journey.ts'
import { foundTeam, goTo, saved } from '../support/team-verbs.ts'

/** Jana Vogt has a laptop and a phone. She is away for three days; Cem Aydın and Dörte Kern are not. */
let laptop: Journey
let phone: Journey
let cem: Journey
let doerte: Journey
let team = ''
const at = (place: string): string => `#/t/${team}/${place}`

const each = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${String(index + 1).padStart(2, '0')}`)
const [moved, estimated, quiet] = [each('Antrag', 20), each('Bescheid', 20), each('Ruhend', 5)]

const nameOf = (page: Page, person: string) => async (): Promise<void> => {
  await page
    .getByRole('button', { name: `${person}: Menü` })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Einladen' }).click()
}

beforeAll(async () => {
  ;[laptop, cem] = [await openColleague({ reducedMotion: 'reduce' }), await openColleague({ reducedMotion: 'reduce' })]
  doerte = await openColleague({ reducedMotion: 'reduce' })
  phone = await openColleague({ width: 390, height: 844, touch: true, reducedMotion: 'reduce' })
  const page = laptop.page()
  await foundTeam(page, { person: 'Jana Vogt', team: 'Bauakte' })
  team = /#\/t\/([^/]+)/.exec(page.url())?.[1] ?? ''
  await goTo(page, 'Dateien')
  const buffer = Buffer.from(
    ['Titel;Spalte', ...[...quiet, ...moved, ...estimated].map(one => `${one};Bereit`)].join('\n'),
  )
  await chooseFile(page, { name: 'karten.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await page.getByRole('heading', { name: '45 Karten sind da' }).waitFor()
  await saved(page)
}, 240_000)
afterAll(async () => {
  for (const journey of [laptop, phone, cem, doerte]) await journey?.close()
})

test('Jana lets Cem and Dörte in, and her own phone', async () => {
  const page = laptop.page()
  await laptop.go(at('people'))
  for (const [person, device, journey] of [
    ['Cem Aydın', 'Cems Rechner', cem],
    ['Dörte Kern', 'Dörtes Rechner', doerte],
  ] as const) {
    await page.getByRole('textbox', { name: /^Person hinzufügen/ }).fill(person)
    await page.keyboard.press('Enter')
    await pair(laptop, journey, { device, open: there => nameOf(there, person)() })
    await card(journey.page(), 'Antrag 01').waitFor()
  }
  await pair(laptop, phone, {
    device: 'Diensthandy',
    open: there => there.getByRole('button', { name: 'Weiteres Gerät verbinden' }).click(),
  })
  await card(phone.page(), 'Antrag 01').waitFor()
  // What was there when somebody came is nothing new to them.
  for (const journey of [laptop, cem, phone]) {
    await journey.go('#/today')
    await journey.page().getByRole('heading', { name: 'Heute', level: 1 }).waitFor()
    expect(await journey.page().getByText('Seit Ihrem letzten Besuch').count()).toBe(0)
  }
})

/** All cards of a word are selected in the list, and something is done to all of them. */
const withAll = async (journey: Journey, word: string, work: (page: Page) => Promise<void>): Promise<void> => {
  const page = journey.page()
  await journey.go(at(`board?as=list&q=${word}`))
  await page.getByRole('checkbox', { name: 'Alle auswählen' }).check()
  await page.getByRole('group', { name: 'Ausgewählte Karten' }).getByText('20 ausgewählt').waitFor()
  await work(page)
  await saved(page)
}

test('while both her devices are away, two colleagues change forty cards', async () => {
  for (const journey of [laptop, phone]) await journey.page().goto('about:blank')
  await withAll(cem, 'Antrag', async page => {
    await page.getByRole('button', { name: 'Verschieben nach …' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'In Arbeit' }).click()
    await page.getByText('20 Karten nach In Arbeit verschoben').first().waitFor()
  })
  await withAll(doerte, 'Bescheid', async page => {
    await page.getByRole('group', { name: 'Ausgewählte Karten' }).getByRole('button', { name: 'Schätzung' }).click()
    await page.getByRole('button', { name: '5', exact: true }).click()
    await page.getByText('20 Karten geschätzt').first().waitFor()
  })
})

const listed = async (page: Page): Promise<readonly string[]> => {
  const titles = await page.locator('[data-news] a').allTextContents()
  return titles.toSorted()
}
const forty = [...moved, ...estimated].toSorted()

test('back at her laptop the list has exactly those forty, in words, and not what she changes herself', async () => {
  const page = laptop.page()
  await laptop.go(at('board'))
  await card(page, 'Ruhend 01').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await saved(page)
  await meetAgain(laptop, cem, at('people'))
  await laptop.go('#/today')
  await expect.poll(() => listed(page), { timeout: 45_000 }).toEqual(forty)
  await page.getByText('40 Karten', { exact: true }).waitFor()
  const words = page.locator('[data-news]')
  expect(await words.filter({ hasText: 'Von „Bereit“ nach „In Arbeit“ verschoben Cem Aydın' }).count()).toBe(20)
  expect(await words.filter({ hasText: 'Auf 5 geschätzt Dörte Kern' }).count()).toBe(20)
})

test('on the board the changed cards carry a dot, and a chip leaves only them', async () => {
  const page = laptop.page()
  await laptop.go(at('board'))
  await page.getByRole('button', { name: 'Seit letztem Besuch' }).click()
  await page.getByRole('search').getByText('40 von 45').waitFor()
  await expect.poll(() => new URL(page.url()).hash).toContain('changed=1')
  await card(page, 'Bescheid 01').locator('[data-changed]').waitFor({ state: 'attached' })
  expect(await card(page, 'Ruhend 01').count()).toBe(0)
  await page.getByRole('button', { name: 'Nachlesen' }).click()
  await expect.poll(() => listed(page)).toEqual(forty)
  await page.keyboard.press('Escape')
  await showAs(page, 'Liste')
  await page.getByRole('search').getByText('40 von 45').waitFor()
})

test('her phone has the same forty; read there, they are gone on both', async () => {
  await phone.go(at('board'))
  await card(phone.page(), 'Ruhend 02').waitFor()
  await meetAgain(laptop, phone, at('people'))
  await phone.go('#/today')
  await expect.poll(() => listed(phone.page()), { timeout: 45_000 }).toEqual(forty)
  await laptop.go('#/today')
  await expect.poll(() => listed(laptop.page())).toEqual(forty)
  await phone.page().getByRole('button', { name: 'Bauakte: als gelesen vermerken' }).click()
  for (const journey of [phone, laptop])
    await expect.poll(() => listed(journey.page()), { timeout: 45_000 }).toEqual([])
  await laptop.go(at('board'))
  await laptop.page().getByRole('button', { name: 'Filter aufheben' }).first().click()
  await showAs(laptop.page(), 'Board')
  await card(laptop.page(), 'Ruhend 02').waitFor()
  expect(await laptop.page().locator('[data-changed]').count()).toBe(0)
})

/** Whose reading lies in this browser: the owners of the personal documents it has entries of. */
const ownersIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const settled = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        asked.addEventListener('success', () => resolve(asked.result))
        asked.addEventListener('error', () => reject(new Error('the database cannot be read')))
      })
    const owners = new Set<string>()
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name))
      const keys = database.objectStoreNames.contains('heads')
        ? await settled(database.transaction('heads').objectStore('heads').getAllKeys())
        : []
      for (const key of keys) {
        const [document = ''] = key as string[]
        if (document.startsWith('person:')) owners.add(document)
      }
      database.close()
    }
    return [...owners]
  })

test('nobody else holds anything of what she has read, not even sealed', async () => {
  const [own] = await ownersIn(laptop.page())
  expect(own).toMatch(/^person:/)
  expect(await ownersIn(phone.page())).toEqual([own])
  for (const journey of [cem, doerte]) expect(await ownersIn(journey.page())).not.toContain(own)
})
