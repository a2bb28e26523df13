import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addCards, column, quickField, showAs } from '../support/board-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'
import { foundTeam, saved } from '../support/team-verbs.ts'

const seed = Number(process.env['LOTSE_SEED'] ?? Date.now() % 2 ** 31)
const kills = 8
const closes = 20

/** mulberry32: small, seeded, good enough to choose moments. */
const randomFrom = (start: number): (() => number) => {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Olga Winter types case after case, and the computer dies again and again. */
let journey: Journey
let route = ''
beforeAll(async () => {
  journey = await openJourney()
  await journey.go('')
  await foundTeam(journey.page(), { person: 'Olga Winter', team: 'Ordnungsamt' })
  await addCards(journey.page(), 'Bereit', 'Vorgang 1')
  await saved(journey.page())
  route = new URL(journey.page().url()).hash
})
afterAll(() => journey.close())

/** In each frame in which the page says "saved": how many cases it shows. The last word before the kill is what counts. */
const watchSaved = async (page: Page, tell: (shown: number) => void): Promise<void> => {
  await page.exposeFunction('tellShown', tell)
  await page.evaluate(() => {
    const look = (): void => {
      requestAnimationFrame(look)
      if (!document.querySelector('[data-saving="saved"]')) return
      const shown = document.querySelector('[data-card]')?.getAttribute('aria-setsize')
      ;(globalThis as unknown as { tellShown: (shown: number) => void }).tellShown(Number(shown))
    }
    look()
  })
}

/** Until the document is read and nothing waits in the copies of dead tabs: the first paint may be older. */
const wholeTeam = async (page: Page): Promise<void> => {
  await page.locator('[data-saving="saved"][data-ready*="team:"]').waitFor()
  await page.waitForFunction(() => Object.keys(localStorage).every(key => !/:(ahead|intent):/.test(key)))
}

/** Scrolls a table that draws only what is in sight from its first row to its last. Out: all titles, in its order. */
const everyTitle = (frame: Element): Promise<readonly string[]> => {
  const rowCount = Number(frame.querySelector('table')?.getAttribute('aria-rowcount')) - 1
  const titles = new Map<number, string>()
  const read = (): void => {
    for (const row of frame.querySelectorAll('tr[data-index]'))
      titles.set(Number(row.getAttribute('data-index')), /Vorgang \d+/.exec(row.textContent)?.[0] ?? '')
  }
  return new Promise(resolve => {
    const look = (): void => {
      read()
      const isThere = titles.size >= rowCount
      if (isThere) return resolve([...titles].toSorted(([a], [b]) => a - b).map(([, title]) => title))
      const isAtEnd = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 1
      frame.scrollTop = isAtEnd ? 0 : frame.scrollTop + frame.clientHeight / 2
      requestAnimationFrame(look)
    }
    look()
  })
}

/** All titles, as the list shows them. */
const titlesOnDisk = async (page: Page): Promise<readonly string[]> => {
  await wholeTeam(page)
  await column(page, 'Bereit').locator('[data-card]').first().waitFor()
  await showAs(page, 'Liste')
  await page.getByRole('table').waitFor()
  const titles = await page
    .getByRole('region')
    .filter({ has: page.getByRole('table') })
    .evaluate(everyTitle)
  await showAs(page, 'Board')
  await column(page, 'Bereit').waitFor()
  return titles
}

const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `Vorgang ${index + 1}`)

test(`killed ${kills} times at random moments, seed ${seed}: nothing that was shown as saved is lost`, async () => {
  const random = randomFrom(seed)
  let next = 2
  for (let round = 1; round <= kills; round++) {
    const page = journey.page()
    let shown = 0
    await watchSaved(page, count => (shown = count))
    await (await quickField(page, 'Bereit')).focus()
    const wait = 150 + random() * 1200
    const killed = new Promise(resolve => setTimeout(resolve, wait)).then(() => journey.kill())
    const typing = async (): Promise<void> => {
      for (; ; next++) {
        await page.keyboard.insertText(`Vorgang ${next}`)
        await page.keyboard.press('Enter')
      }
    }
    await Promise.allSettled([typing(), killed])
    await journey.restart(route)
    const titles = await titlesOnDisk(journey.page())
    console.log(`kill ${round}: after ${Math.round(wait)} ms, shown as saved ${shown}, there ${titles.length}`)
    expect(titles.length).toBeGreaterThanOrEqual(shown)
    expect(titles.toSorted(), 'each case once, none left out').toEqual(numbered(titles.length).toSorted())
    next = titles.length + 1
  }
})

test(`a tab closed ${closes} times in the tick of an edit loses nothing`, async () => {
  const page = journey.page()
  const before = (await titlesOnDisk(page)).length
  for (let number = before + 1; number <= before + closes; number++) {
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(address => void window.open(address), page.url().replace('as=list', 'as=board')),
    ])
    const field = await quickField(tab, 'Bereit')
    await field.fill(`Vorgang ${number}`)
    await field.evaluate(input => {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      window.close()
    })
  }
  await expect.poll(() => titlesOnDisk(page), { timeout: 15_000 }).toHaveLength(before + closes)
  expect((await titlesOnDisk(page)).toSorted()).toEqual(numbered(before + closes).toSorted())
})
