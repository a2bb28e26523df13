import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSample } from '../screenshots/sample.mjs'
import { places, surfaces, visit, type SampleAddresses } from '../support/app-screens.ts'
import { takeFile } from '../support/file-verbs.ts'
import { openJourney, type Journey } from '../support/journey.ts'

/** Katrin Albers walks through every screen; the staff council and the data protection officer look over her shoulder. */
let journey: Journey
let sample: SampleAddresses
beforeAll(async () => {
  journey = await openJourney({ reducedMotion: 'reduce' })
  sample = (await openSample(journey.page(), journey.address)) as SampleAddresses
})
afterAll(() => journey.close())

/** People of the sample, as the people screen names them. */
const peopleOf = async (): Promise<readonly string[]> => {
  const page = journey.page()
  const names: string[] = []
  for (const team of [sample.team, sample.kanban]) {
    await page.goto('about:blank')
    await page.goto(`${journey.address}#/t/${team}/people`)
    const fields = page.locator('[data-person] button[aria-label^="Name: "]')
    await fields.first().waitFor()
    names.push(...(await fields.evaluateAll(buttons => buttons.map(button => button.textContent))))
  }
  return [...new Set(names.map(name => name.trim()))]
}

/** What is read and what is said: texts, names for screen readers, tooltips. */
const wordsOn = async (page: Page): Promise<string> => {
  const said = await page
    .locator('[aria-label], [title], [data-tooltip]')
    .evaluateAll(all =>
      all.flatMap(each => ['aria-label', 'title', 'data-tooltip'].flatMap(name => each.getAttribute(name) ?? [])),
    )
  return [await page.locator('body').innerText(), ...said].join('\n')
}

/**
 * A name beside a figure: "Mira Brandt 12", "Mira Brandt: 3 Karten", "8 Punkte von Mira Brandt". A day beside a name is no figure
 * of a person, a time beside an act in a card's own history neither.
 */
const figuresOf = (text: string, names: readonly string[]): readonly string[] =>
  text.split('\n').filter(line =>
    names.some(name => {
      const at = line.indexOf(name)
      const rest = line
        .replaceAll(name, '')
        .replaceAll(/\d{1,2}\. \p{L}+\.?( \d{4})?|\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}/gu, '')
      return at >= 0 && /\d+([.,]\d+)?\s*(Karten?|Punkte?|P\b|%|Tage?\b|Sprints?|Hindernisse?)/u.test(rest)
    }),
  )

test('no screen and no surface shows a figure for a person', async () => {
  const page = journey.page()
  const names = await peopleOf()
  expect(names.length).toBeGreaterThan(4)
  const found: string[] = []
  for (const screen of [...places, ...surfaces]) {
    await visit(page, journey.address, screen, sample)
    found.push(...figuresOf(await wordsOn(page), names).map(line => `${screen.name}: ${line}`))
  }
  expect(found).toEqual([])
})

test('what goes out has no figure for a person either', async () => {
  const page = journey.page()
  await page.goto(`${journey.address}#/t/${sample.team}/export`)
  const table = await takeFile(page, 'Tabelle herunterladen')
  const [head = ''] = table.buffer.toString('utf8').split('\r\n')
  expect(head).toContain('Personen')
  expect(head).not.toMatch(/Geschwindigkeit|Durchlauf|Anzahl|Summe|Leistung/)
  const archive = await takeFile(page, 'Sicherung herunterladen')
  const people = JSON.parse(archive.buffer.toString('utf8')) as { documents: Record<string, Record<string, unknown>> }
  const cells = Object.values(people.documents).flatMap(document =>
    Object.values((document['person'] ?? {}) as Record<string, object>).flatMap(person => Object.keys(person)),
  )
  expect(
    [...new Set(cells)].filter(cell => /count|points|velocity|speed|score|seen|online|presence/i.test(cell)),
  ).toEqual([])
})

test('nothing was asked of a foreign origin, nothing broke the policy, nothing was an error', () => {
  const { foreign, violations, errors } = journey.watch
  expect({ foreign, violations, errors }).toEqual({ foreign: [], violations: [], errors: [] })
})
