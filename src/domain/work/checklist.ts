import { lineCell, linkCell, valueCell } from '../kernel/cell.ts'
import { isRank } from '../kernel/rank.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

/** A named list of checks on an item. */
export const checklist = defineRecord({
  type: 'checklist',
  document: 'team',
  cells: {
    item: linkCell(),
    title: lineCell(200),
    rank: valueCell<string>('a0', raw => (isRank(raw) ? raw : undefined)),
  },
  links: { item: 'item' },
  indexes: {
    item: { key: record => record.item ?? undefined, order: record => record.rank },
    bin: { of: 'deleted', key: record => record.document },
  },
})
export type Checklist = RecordOf<typeof checklist>
