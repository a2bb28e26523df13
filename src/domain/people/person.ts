import { lineCell, setCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const longestName = 120

/** A colleague. A person stands on cards and in teams whether or not a device of theirs is known. */
export const person = defineRecord({
  type: 'person',
  document: 'workspace',
  cells: { name: lineCell(longestName), sources: setCell('src') },
  indexes: {
    all: { key: () => 'all', order: record => record.name.toLocaleLowerCase('de') },
    source: { key: record => record.sources },
    bin: { of: 'deleted', key: () => 'all' },
  },
})
export type Person = RecordOf<typeof person>
