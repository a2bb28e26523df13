import type { AnyDefinition } from '../domain/kernel/record.ts'
import type { RecordStore } from '../workspace/record-store.ts'

/** Long enough to gather a burst of edits, short enough to seem at once. */
const pause = 120

/** Calls back a moment after records of a type have changed, once for a burst, until the returned function is called. */
export const afterChanges = (records: RecordStore, { type }: AnyDefinition, work: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = records.onType(type, () => {
    timer ??= setTimeout(() => {
      timer = undefined
      work()
    }, pause)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
