import { expect, it } from 'vitest'
import { allRecords } from '../../../src/domain/records.ts'
import { restoreKinds } from '../../../src/parts/restoring/restore-kinds.ts'
import german from '../../../src/i18n/messages/de/files.json'

it('a restore calls every kind of record by a name', () => {
  const named = new Set(Object.keys(german.types))
  const types = allRecords.map(({ type }) => type)
  expect(types.filter(type => !named.has(type))).toEqual([])
  expect(restoreKinds.toSorted()).toEqual(types.toSorted())
})
