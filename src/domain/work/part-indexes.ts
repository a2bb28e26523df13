import type { DocumentName } from '../kernel/record.ts'
import { keyOfSource } from '../kernel/source-key.ts'
import { timeOrder } from '../kernel/time-order.ts'

type Part = Readonly<{ item: string | null; purged: boolean; document: DocumentName }>

/** Indexes of every record that hangs on an item: `item` in order of time, `bin` what can still be brought back. */
export const partIndexes = {
  item: { key: ({ item }: Part) => item ?? undefined, order: timeOrder },
  bin: { of: 'deleted', key: ({ purged, document }: Part) => (purged ? undefined : document) },
} as const

/** Of those that an import can bring: the next import recognises them, also in the bin. Asked with `sourceKey`. */
export const sourcedIndexes = {
  source: { key: keyOfSource },
  binnedSource: { of: 'deleted', key: keyOfSource },
} as const
