import { expect, test } from 'vitest'
import { planParts } from '../../src/document/parts.ts'
import { RecordDocument } from '../../src/document/record-document.ts'
import { create, type Change } from '../../src/domain/kernel/change.ts'
import { allRecords } from '../../src/domain/records.ts'
import { item } from '../../src/domain/work/item.ts'

const home = 'team:bau#1'
const context = { now: Date.UTC(2026, 10, 16, 8), actor: 'anna' }
const cards = (count: number, description: string): readonly Change[] =>
  Array.from({ length: count }, (_, index) =>
    create(
      item,
      { document: home, id: `card${index}` },
      { title: `Vorgang ${index}`, description, labels: ['a', 'b'] },
      context,
    ),
  ).flat()

test('nothing gives no part', () => expect(planParts([])).toEqual([]))

test('parts keep all changes in order', () => {
  const changes = cards(500, 'kurz')
  expect(planParts(changes).flat()).toEqual(changes)
  expect(planParts(changes).length).toBeGreaterThan(1)
})

test.each([
  ['5,000 short cards', 5000, 'Antrag prüfen'],
  ['cards with the longest descriptions', 12, 'ä'.repeat(16 * 1024)],
  ['cards full of emoji', 12, '🏛'.repeat(8 * 1024)],
])('%s: every update fits into an entry of 64 KiB', (_name, count, description) => {
  const document = new RecordDocument(home, allRecords, () => context.now)
  const sizes = document.apply(cards(count, description), 1).map(update => update.byteLength)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024)
})
