import * as Y from 'yjs'
import type { HeadRow } from './database.ts'

/** Yjs clock behind the newest struct, by client id. */
export type Clocks = Readonly<Record<number, number>>

/** What an update writes: per client, from which clock to which. */
export type Span = Readonly<{ client: number; from: number; to: number }>

/** Takes an update apart: spans per client in ascending order, and how many structs there are. Throws on broken bytes. */
export const measureUpdate = (update: Uint8Array): Readonly<{ spans: readonly Span[]; structs: number }> => {
  const { structs } = Y.decodeUpdate(update)
  const spans = new Map<number, Span>()
  for (const { id, length } of structs) {
    const known = spans.get(id.client)
    spans.set(id.client, { client: id.client, from: known?.from ?? id.clock, to: id.clock + length })
  }
  return { spans: [...spans.values()].sort((a, b) => a.client - b.client), structs: structs.length }
}

export const withSpans = (clocks: Clocks, spans: readonly Span[]): Clocks => ({
  ...clocks,
  ...Object.fromEntries(spans.map(({ client, to }) => [client, Math.max(to, clocks[client] ?? 0)])),
})

/** Up to where each client's structs are in the journal, over all devices. */
export const journalledClocks = (heads: readonly HeadRow[]): ReadonlyMap<number, number> => {
  const clocks = new Map<number, number>()
  for (const head of heads)
    for (const [client, clock] of Object.entries(head.clocks))
      clocks.set(Number(client), Math.max(clock, clocks.get(Number(client)) ?? 0))
  return clocks
}
