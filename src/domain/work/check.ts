import { dayCell, lineCell, linkCell, valueCell } from '../kernel/cell.ts'
import { isRank } from '../kernel/rank.ts'
import { defineRecord, type Deletion, type RecordOf } from '../kernel/record.ts'
import { personKey } from './item.ts'

/** The list of a check that is an acceptance criterion. */
export const criteria = 'criteria'

/** Key of the index `list`: one list of an item, `criteria` or a checklist's id. */
export const checksKey = (item: string, list: string): string => `${item}|${list}`

export const longestCheck = 1000

/** One line to tick: an acceptance criterion of an item, or a point of one of its checklists. */
export const check = defineRecord({
  type: 'check',
  document: 'team',
  cells: {
    item: linkCell(),
    /** `criteria`, or the id of a checklist. */
    list: lineCell(40),
    title: lineCell(longestCheck),
    rank: valueCell<string>('a0', raw => (isRank(raw) ? raw : undefined)),
    /** When and by whom it was ticked. */
    done: valueCell<Deletion | null>(null, raw => {
      if (raw === null) return null
      return Array.isArray(raw) && typeof raw[0] === 'number' && typeof raw[1] === 'string'
        ? [raw[0], raw[1]]
        : undefined
    }),
    due: dayCell(),
    person: linkCell(),
  },
  links: { item: 'item', person: 'person' },
  indexes: {
    item: { key: record => record.item ?? undefined, order: record => record.rank },
    list: {
      key: record => (record.item ? checksKey(record.item, record.list) : undefined),
      order: record => record.rank,
    },
    /** What is still to be done by a person. */
    person: {
      key: record => (record.person && !record.done ? personKey(record.document, record.person) : undefined),
      order: record => record.due ?? '9',
    },
    /** A title overwritten after a month in the bin leaves nothing to bring back. */
    bin: { of: 'deleted', key: record => (record.title === '' ? undefined : record.document) },
  },
})
export type Check = RecordOf<typeof check>
