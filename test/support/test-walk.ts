import { afterAll, beforeAll, expect, test } from 'vitest'
import { Findings } from './findings.ts'
import { openJourney, type Journey } from './journey.ts'
import { lookAtLengths, lookClosely } from './look-closely.ts'
import { speak, walk, type Addresses, type Stop, type Tour } from './walk.ts'

/**
 * The tests of one walk. In German everything is looked at; in English words have another length, so the ruler alone
 * is asked. `begin` makes what lies in the browser before the first step.
 */
export const testWalk = (stops: readonly Stop[], begin: (journey: Journey) => Promise<Addresses>): void => {
  let journey: Journey
  let addresses: Addresses
  beforeAll(async () => {
    journey = await openJourney({ reducedMotion: 'reduce' })
    addresses = await begin(journey)
  })
  afterAll(() => journey.close())
  const tourIn = (language: Tour['language']): Tour => ({
    page: journey.page(),
    address: journey.address,
    addresses,
    language,
  })

  test('axe finds nothing in either theme, the ruler nothing at any width, Esc closes one layer and keeps the focus', async () => {
    const findings = new Findings()
    const tour = tourIn('de')
    await speak(tour.page, tour.address, 'de')
    await walk(tour, stops, lookClosely(findings), (where, lines) => findings.add(where, lines))
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
