import { useCallback, useSyncExternalStore } from 'react'
import type { AnyDefinition, IndexNameOf, RecordOf } from '../domain/kernel/record.ts'
import { useWorkspace } from './workspace-context.ts'

/** One record, rendered again only when it changes. Deleted records come too; undefined was never seen here. */
export const useRecord = <D extends AnyDefinition>(
  definition: D,
  id: string | null | undefined,
): RecordOf<D> | undefined => {
  const { records } = useWorkspace()
  const subscribe = useCallback(
    (listener: () => void) => (id ? records.onRecord(definition.type, id, listener) : () => {}),
    [records, definition, id],
  )
  return useSyncExternalStore(subscribe, () => (id ? records.get(definition, id) : undefined))
}

/** The ids under a key of an index; the same list until something in it changes. */
export const useIds = <D extends AnyDefinition>(
  definition: D,
  index: IndexNameOf<D>,
  key: string,
): readonly string[] => {
  const { records } = useWorkspace()
  const subscribe = useCallback(
    (listener: () => void) => records.onList(definition.type, index, key, listener),
    [records, definition, index, key],
  )
  return useSyncExternalStore(subscribe, () => records.ids(definition, index, key))
}
