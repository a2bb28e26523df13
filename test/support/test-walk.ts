import { afterAll, beforeAll, expect, test } from 'vitest'
import { figuresBesidePeople } from './figures-in-page.ts'
import { Findings } from './findings.ts'
import { openJourney, type Journey } from './journey.ts'
import { longWord } from './long-word.ts'
import { lookAtLengths, lookClosely } from './look-closely.ts'
import { peopleOfTeams } from './people-of-teams.ts'
import { speak, walk, type Addresses, type Look, type Stop, type Tour } from './walk.ts'

/**
 * The tests of one walk. In German everything is looked at, and the staff council looks over the shoulder: nowhere a figure for a
 * person. In English words have another length, so the ruler alone is asked. `begin` makes what lies in the browser before the first
 * step.
 */
export const testWalk = (
  stops: readonly Stop[],
  begin: (journey: Journey) => Promise<Addresses>,
  flags: readonly string[] = [],
): void => {
  let journey: Journey
  let addresses: Addresses
  beforeAll(async () => {
    journey = await openJourney({ reducedMotion: 'reduce', flags })
    addresses = await begin(journey)
  })
  afterAll(() => journey.close())
  const tourIn = (language: Tour['language']): Tour => ({
    page: journey.page(),
    address: journey.address,
    addresses,
    language,
  })

  test('axe finds nothing in either theme, the ruler nothing at any width, Esc closes one layer and keeps the focus, no figure stands beside a person', async () => {
    const findings = new Findings()
    const tour = tourIn('de')
    await speak(tour.page, tour.address, 'de')
    // A person called like the team could not be told from it.
    const people = await peopleOfTeams(journey, [addresses.team, addresses.kanban])
    const names = people.filter(name => name !== longWord)
    const lookAtAll: Look = async (where, spot) => {
      findings.add(spot.name, await figuresBesidePeople(tour.page, names))
      await lookClosely(findings)(where, spot)
    }
    await walk(tour, stops, lookAtAll, (where, lines) => findings.add(where, lines))
    expect(findings.all).toEqual([])
  }, 240_000)

  test('the ruler finds nothing in English', async () => {
    const findings = new Findings()
    const tour = tourIn('en')
    await speak(tour.page, tour.address, 'en')
    await walk(tour, stops, lookAtLengths(findings))
    expect(findings.all).toEqual([])
  }, 240_000)

  test('nothing was asked of a foreign origin, nothing broke the policy', () => {
    const { foreign, violations } = journey.watch
    expect({ foreign, violations }).toEqual({ foreign: [], violations: [] })
  })
}
