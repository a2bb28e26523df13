import * as Y from 'yjs'
import type { UpdateSize } from '../journal/plan-series.ts'
import type { HeadRow } from './database.ts'

/** Yjs clock behind the newest struct, by client id. */
export type Clocks = Readonly<Record<number, number>>

/** What an update writes: per client, from which clock to which. */
export type Written = Readonly<{ client: number; from: number; to: number }>

/** Takes an update apart: what counts against the caps, and what each client wrote, in ascending order. Throws on broken bytes. */
export const measureUpdate = (update: Uint8Array): UpdateSize & Readonly<{ written: readonly Written[] }> => {
  const { structs, ds } = Y.decodeUpdate(update)
  const byClient = new Map<number, Written>()
  for (const { id, length } of structs) {
    const known = byClient.get(id.client)
    byClient.set(id.client, { client: id.client, from: known?.from ?? id.clock, to: id.clock + length })
  }
  const written = [...byClient.values()].sort((a, b) => a.client - b.client)
  let deletes = 0
  for (const ranges of ds.clients.values()) deletes += ranges.length
  return {
    bytes: update.length,
    structs: structs.length,
    deletes,
    clients: written.map(({ client }) => client),
    written,
  }
}

/** Up to where each client's structs are in the journal, over all devices. */
export const journalledClocks = (heads: readonly HeadRow[]): ReadonlyMap<number, number> => {
  const clocks = new Map<number, number>()
  for (const head of heads)
    for (const [client, clock] of Object.entries(head.clocks))
      clocks.set(Number(client), Math.max(clock, clocks.get(Number(client)) ?? 0))
  return clocks
}

/**
 * Does a document hold something that no entry of the journal has written? Clocks tell it: whatever is written here moves one, a
 * deletion too (`RecordDocument` sets a cell with it), and a client id serves one page load, so that no clock has two histories.
 */
export const isAhead = (clocks: ReadonlyMap<number, number>, heads: readonly HeadRow[]): boolean => {
  const journalled = journalledClocks(heads)
  return [...clocks].some(([client, clock]) => clock > (journalled.get(client) ?? 0))
}
