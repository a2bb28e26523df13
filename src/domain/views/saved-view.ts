import { lineCell, linkCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const longestViewName = 80
export const longestQuery = 2000

/** Key of the index `person`: the views of one person in one team's document. */
export const viewsKey = (document: string, person: string): string => `${document}|${person}`

/**
 * A way of looking that a person wants to find again: a place of the team and what stands behind the question mark of its address.
 * It lies with the team, so it is on all devices of the person; nobody else is shown it.
 */
export const savedView = defineRecord({
  type: 'savedView',
  document: 'team',
  cells: {
    person: linkCell(),
    name: lineCell(longestViewName),
    /** The last part of the place's route: `board`, `backlog`. */
    place: lineCell(40),
    /** Filters as they stand in the address, without the question mark: `mine=1&label=3f…`. */
    query: lineCell(longestQuery),
  },
  links: { person: 'person' },
  indexes: {
    person: {
      key: record => (record.person ? viewsKey(record.document, record.person) : undefined),
      order: record => record.name.toLocaleLowerCase('de'),
    },
    /** A name overwritten after a month in the bin leaves nothing to bring back. */
    bin: { of: 'deleted', key: record => (record.name === '' ? undefined : record.document) },
  },
})
export type SavedView = RecordOf<typeof savedView>
