import { flagCell, lineCell, linkCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'
import { partIndexes, sourcedIndexes } from '../work/part-indexes.ts'

export const longestAddress = 2000
export const longestLinkName = 200

/** What lies elsewhere and belongs to an item: a page, a mail address, a network path, a file number. */
export const link = defineRecord({
  type: 'link',
  document: 'team',
  cells: {
    item: linkCell(),
    /** As it was given; `readAddress` says what it is, also of what a hostile device wrote. */
    address: lineCell(longestAddress),
    /** Its address where nobody has named it. */
    name: lineCell(longestLinkName),
    /** Where an import found it, so that the next import recognises it. */
    source: lineCell(200),
    /** Its texts were overwritten after a month in the bin; nothing is left to bring back. */
    purged: flagCell(),
  },
  links: { item: 'item' },
  indexes: { ...partIndexes, ...sourcedIndexes },
})
export type Link = RecordOf<typeof link>
