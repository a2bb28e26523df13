import * as Y from 'yjs'
import { caps } from '../journal/caps.ts'
import { encodePayload } from '../journal/payload.ts'
import type { CommandLabel } from '../workspace/ports.ts'
import { measureUpdate, type Span } from './clocks.ts'

/** What one entry will carry. */
export type Pack = Readonly<{ update: Uint8Array; spans: readonly Span[] }>

type Open = { updates: Uint8Array[]; bytes: number; structs: number; spans: Map<number, Span> }

const lengthVarint = 5

/** Does an update go on where the open pack ends? A hole inside one entry would have to be written as such, and no reader takes that. */
const continues = (open: Open, spans: readonly Span[]): boolean =>
  spans.every(({ client, from }) => (open.spans.get(client)?.to ?? from) === from)

const fits = (
  open: Open,
  more: Readonly<{ bytes: number; structs: number; spans: readonly Span[] }>,
  room: number,
): boolean =>
  open.bytes + more.bytes <= room &&
  open.structs + more.structs <= caps.structs &&
  new Set([...open.spans.keys(), ...more.spans.map(({ client }) => client)]).size <= caps.clients &&
  continues(open, more.spans)

/**
 * Joins consecutive updates into as few entries as the caps allow; order is kept. In: Yjs updates of one document, and the commands
 * every entry of the batch names. An update that alone is over a cap gets an entry of its own, which sealing then refuses.
 */
export const packUpdates = (updates: readonly Uint8Array[], commands: readonly CommandLabel[]): readonly Pack[] => {
  const room = caps.updateBytes - encodePayload({ commands, update: new Uint8Array() }).length - lengthVarint
  const packs: Open[] = []
  for (const update of updates) {
    const { spans, structs } = measureUpdate(update)
    const more = { bytes: update.length, structs, spans }
    let open = packs.at(-1)
    if (!open || !fits(open, more, room)) packs.push((open = { updates: [], bytes: 0, structs: 0, spans: new Map() }))
    open.updates.push(update)
    open.bytes += update.length
    open.structs += structs
    for (const span of spans)
      open.spans.set(span.client, { ...span, from: open.spans.get(span.client)?.from ?? span.from })
  }
  return packs.map(({ updates, spans }) => ({
    update: updates.length === 1 ? (updates[0] ?? new Uint8Array()) : Y.mergeUpdates(updates),
    spans: [...spans.values()].sort((a, b) => a.client - b.client),
  }))
}
