import { shownKeyOf } from '../domain/work/shown-key.ts'
import { useReading } from './use-reading.ts'

/** An item's key as people see it: one character more when a merge has brought the same key twice. */
export const useShownKey = (id: string): string => useReading(view => shownKeyOf(view, id), [id])

/** The key as text. */
export function ShownKey({ id }: { readonly id: string }) {
  return useShownKey(id)
}
