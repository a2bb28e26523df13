import { flagCell, instantCell, lineCell, linkCell, textCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'
import { partIndexes, sourcedIndexes } from '../work/part-indexes.ts'

export const longestAuthor = 120

/**
 * What a person says about an item. Who wrote it and when are its immutable facts; of one that an import brought, `createdBy` is
 * who brought it, `author` who had written it, and `createdAt` the date it has there.
 */
export const comment = defineRecord({
  type: 'comment',
  document: 'team',
  cells: {
    item: linkCell(),
    text: textCell(),
    /** When its author last changed it, milliseconds UTC. */
    editedAt: instantCell(),
    /** The name of who wrote it where it comes from. */
    author: lineCell(longestAuthor),
    /** Where an import found it, so that the next import recognises it; a comment with a source is marked as imported. */
    source: lineCell(200),
    /** Its text was overwritten after a month in the bin; nothing is left to bring back. */
    purged: flagCell(),
  },
  links: { item: 'item' },
  indexes: { ...partIndexes, ...sourcedIndexes },
})
export type Comment = RecordOf<typeof comment>

/** Whether an import has brought it; its author and time are then what the file said. */
export const isImported = ({ source }: Pick<Comment, 'source'>): boolean => source !== ''
