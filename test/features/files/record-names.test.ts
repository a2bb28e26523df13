import { expect, it } from 'vitest'
import { allRecords } from '../../../src/domain/records.ts'
import german from '../../../src/i18n/messages/de/files.json'

it('a restore calls every kind of record by a name', () => {
  const named = new Set(Object.keys(german.types))
  expect(allRecords.map(({ type }) => type).filter(type => !named.has(type))).toEqual([])
})
