import { choiceCell, lineCell, numberCell, valueCell } from '../kernel/cell.ts'
import { isRank } from '../kernel/rank.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const categories = ['open', 'doing', 'done'] as const
export type Category = (typeof categories)[number]

export const limitModes = ['none', 'warn', 'refuse'] as const
export type LimitMode = (typeof limitModes)[number]

export const longestColumnName = 80
export const longestPolicy = 2000

/** A column of the board. Renaming and reordering never touch cards; what a column means to figures is its category. */
export const column = defineRecord({
  type: 'column',
  document: 'team',
  cells: {
    name: lineCell(longestColumnName),
    rank: valueCell<string>('a0', raw => (isRank(raw) ? raw : undefined)),
    category: choiceCell(categories, 'doing'),
    /** When a card may come in, and what has to be true before it leaves. */
    policy: lineCell(longestPolicy),
    limit: numberCell(1),
    limitMode: choiceCell(limitModes, 'none'),
    source: lineCell(200),
  },
  indexes: {
    document: { key: record => record.document, order: record => record.rank },
    bin: { of: 'deleted', key: record => record.document },
  },
})
export type Column = RecordOf<typeof column>
