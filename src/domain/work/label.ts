import { choiceCell, lineCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const hues = ['grey', 'blue', 'teal', 'green', 'yellow', 'orange', 'red', 'purple'] as const
export type Hue = (typeof hues)[number]

export const longestLabel = 80

/** A word with a dot of colour, for the whole workspace. */
export const label = defineRecord({
  type: 'label',
  document: 'workspace',
  cells: { name: lineCell(longestLabel), hue: choiceCell(hues, 'grey'), source: lineCell(200) },
  indexes: {
    all: { key: () => 'all', order: record => record.name.toLocaleLowerCase('de') },
    source: { key: record => record.source || undefined },
    bin: { of: 'deleted', key: () => 'all' },
  },
})
export type Label = RecordOf<typeof label>
