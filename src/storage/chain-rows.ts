import * as Y from 'yjs'
import type { DocumentName } from '../domain/kernel/record.ts'
import { toHex } from '../journal/bytes.ts'
import type { Checkpoint } from '../journal/checkpoint.ts'
import type { AdmittedEntry, Chain, DeviceId } from '../workspace/journal-port.ts'
import type { EntryRow, HeadRow } from './database.ts'

const clocksOf = (clocks: Readonly<Record<number, number>>): ReadonlyMap<number, number> =>
  new Map(Object.entries(clocks).map(([client, clock]) => [Number(client), clock]))

/** Heads as sync reads them. */
export const chainsOf = (rows: readonly HeadRow[]): ReadonlyMap<DeviceId, Chain> =>
  new Map(
    rows.map(({ device, ref, stamp, clocks: counting, written, seen, first, restsOnCut }) => {
      const clocks = clocksOf(counting)
      const all = written ? clocksOf(written) : clocks
      return [
        device,
        { head: ref, first: first ?? 1, stamp, clocks, written: all, seen, restsOnCut: restsOnCut ?? false },
      ]
    }),
  )

/** A chain as the row of its head. */
export const headRowOfChain = (document: DocumentName, device: DeviceId, chain: Chain): HeadRow => ({
  document,
  device,
  ref: chain.head,
  stamp: chain.stamp,
  clocks: Object.fromEntries(chain.clocks),
  seen: chain.seen,
  ...(chain.first > 1 && { first: chain.first }),
  ...(chain.written !== chain.clocks && { written: Object.fromEntries(chain.written) }),
  ...(chain.restsOnCut && { restsOnCut: true }),
})

export const entryRowOfAdmitted = ({ bytes, hash, header, counts }: AdmittedEntry): EntryRow => ({
  document: header.document,
  device: toHex(header.device),
  seq: header.seq,
  kind: header.kind,
  stamp: header.stamp,
  hash,
  bytes,
  ...(!counts && { counts }),
})

/**
 * The chains a checkpoint stands for. Undefined when its state holds a Yjs client that it says nobody wrote with, or one that two devices
 * are said to have: nobody could be held to it later.
 */
export const chainOf = ({ heads, state }: Checkpoint): ReadonlyMap<DeviceId, Chain> | undefined => {
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))
  const claimed = heads.flatMap(({ clients }) => clients)
  const isBound =
    new Set(claimed).size === claimed.length && [...clocks.keys()].every(client => claimed.includes(client))
  if (!isBound) return undefined
  return new Map(
    heads.map(({ clients, ...head }) => {
      const own = new Map(clients.map(client => [client, clocks.get(client) ?? 0]))
      const chain = { head, first: head.seq + 1, stamp: 0, clocks: own, written: own, seen: {}, restsOnCut: false }
      return [toHex(head.device), chain]
    }),
  )
}
