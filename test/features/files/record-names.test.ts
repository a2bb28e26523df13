import { expect, it } from 'vitest'
import { allRecords } from '../../../src/domain/records.ts'
import german from '../../../src/i18n/messages/de/files.json'

it('a restore calls every kind of record by a name', () => {
  const { unknown: _unknown, ...named } = german.types
  expect(Object.keys(named).toSorted()).toEqual(allRecords.map(({ type }) => type).toSorted())
})
