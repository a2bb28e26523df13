import { toHex } from '../journal/bytes.ts'
import type { EntryRef } from '../journal/header.ts'
import type { SealedEntry } from '../journal/seal.ts'
import type { EntryRow, HeadRow } from './database.ts'

export const entryRowOf = ({ bytes, hash, header }: SealedEntry): EntryRow => ({
  document: header.document,
  device: toHex(header.device),
  seq: header.seq,
  kind: header.kind,
  stamp: header.stamp,
  hash,
  bytes,
})

export const refOf = ({ hash, header }: SealedEntry): EntryRef => ({ device: header.device, seq: header.seq, hash })

/** The head after this entry. `known`: clocks and causes so far, with those of the entry; `before`: the head it continues. */
export const headRowOf = (
  sealed: SealedEntry,
  { clocks, seen }: Pick<HeadRow, 'clocks' | 'seen'> = { clocks: {}, seen: {} },
  before?: HeadRow,
): HeadRow => ({
  ...before,
  document: sealed.header.document,
  device: toHex(sealed.header.device),
  ref: refOf(sealed),
  stamp: sealed.header.stamp,
  clocks,
  seen,
})
