import { useMemo, useSyncExternalStore } from 'react'
import type { View } from '../domain/kernel/view.ts'
import { Reading, type Watched } from '../workspace/reading.ts'
import { useWorkspace } from './workspace-context.ts'

/**
 * Reads from the records and renders again exactly when something that was read has changed. `read` must be pure; what it uses
 * besides the view belongs into `inputs`. Lists and flat objects that stay equal keep their identity.
 */
export const useReading = <Value>(read: (view: View) => Value, inputs: readonly unknown[]): Value =>
  useReadingOf(useWorkspace().records, read, inputs)

/** As `useReading`, from another view than the open records. */
export const useReadingOf = <Value>(view: Watched, read: (view: View) => Value, inputs: readonly unknown[]): Value => {
  // The reading lives as long as its inputs; `read` is a new function in every render by nature.
  // oxlint-disable-next-line react/exhaustive-deps
  const reading = useMemo(() => new Reading(view, read), [view, ...inputs])
  return useSyncExternalStore(reading.subscribe, reading.current)
}
