import type { Change } from '../domain/kernel/change.ts'
import type { Activity } from './ports.ts'

/** A command that touched more records than this is told in one line of activity. */
const singleLines = 50

/** "Who did what" of one command in one document: a line per record, or one for all when there are more than fifty. */
export const activityOf = (
  changes: readonly Change[],
  said: Omit<Activity, 'record' | 'records'>,
): readonly Activity[] => {
  const touched = new Set(changes.map(({ type, id }) => `${type}/${id}`))
  const line = { ...said, records: touched.size }
  return touched.size > singleLines ? [line] : [...touched].map(record => ({ ...line, record }))
}
