import { lineCell, linkCell, valueCell } from '../kernel/cell.ts'
import { isRank } from '../kernel/rank.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const longestChecklistTitle = 200

/** A named list of checks on an item. */
export const checklist = defineRecord({
  type: 'checklist',
  document: 'team',
  cells: {
    item: linkCell(),
    title: lineCell(longestChecklistTitle),
    rank: valueCell<string>('a0', raw => (isRank(raw) ? raw : undefined)),
  },
  links: { item: 'item' },
  indexes: {
    item: { key: record => record.item ?? undefined, order: record => record.rank },
    /** A title overwritten after a month in the bin leaves nothing to bring back. */
    bin: { of: 'deleted', key: record => (record.title === '' ? undefined : record.document) },
  },
})
export type Checklist = RecordOf<typeof checklist>
