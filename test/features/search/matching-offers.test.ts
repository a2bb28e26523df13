import { expect, test } from 'vitest'
import { matchingOffers } from '../../../src/features/search/matching-offers.ts'
import type { Offer } from '../../../src/parts/slice.ts'
import { Search } from '../../../src/ui/icons.ts'

const texts = [
  'Zu den früheren Sprints',
  'Zu Sprint',
  'Karte in einen Sprint nehmen',
  'Einstellungen öffnen',
  'Lesezeichen anlegen',
]
const offers = texts.map((text): Offer => ({ id: text, text, icon: Search, group: 'go', run: () => undefined }))

test.each([
  ['', texts],
  ['sprint', ['Zu Sprint', 'Karte in einen Sprint nehmen', 'Zu den früheren Sprints']],
  ['zu spr', ['Zu den früheren Sprints', 'Zu Sprint']],
  ['fruher', ['Zu den früheren Sprints']],
  ['stellung', ['Einstellungen öffnen']],
  ['oeff', ['Einstellungen öffnen']],
  ['ese', []],
  ['sprint bescheid', []],
])('„%s“ finds, the best first: %j', (typed, found) => {
  expect(matchingOffers(offers, typed).map(({ text }) => text)).toEqual(found)
})

test('what there is one of for each column waits until somebody types', () => {
  const many = offers.map(offer => ({ ...offer, isMany: offer.text === 'Zu Sprint' }))
  expect(matchingOffers(many, '').map(({ text }) => text)).not.toContain('Zu Sprint')
  expect(matchingOffers(many, 'sprint').map(({ text }) => text)).toContain('Zu Sprint')
})
