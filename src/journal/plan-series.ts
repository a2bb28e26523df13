import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { caps } from './caps.ts'
import type { SeriesRefusal } from './refusal.ts'

/** What counts against the caps of one entry. */
export type UpdateSize = Readonly<{ bytes: number; structs: number; deletes: number; clients: readonly number[] }>

/** What one entry holds. `bytes` is less than the cap where something else lies beside the update. */
export type Room = Readonly<{ bytes: number; structs: number; deletes: number; clients: number }>

export const entryRoom: Room = {
  bytes: caps.updateBytes,
  structs: caps.structs,
  deletes: caps.deleteRanges,
  clients: caps.clients,
}

/** Neighbours from `from` up to, not including, `to`. */
export type Span = Readonly<{ from: number; to: number }>

type Filled = { bytes: number; structs: number; deletes: number; clients: Set<number> }

const filled = (): Filled => ({ bytes: 0, structs: 0, deletes: 0, clients: new Set() })

const add = (into: Filled, { bytes, structs, deletes, clients }: UpdateSize): Filled => {
  into.bytes += bytes
  into.structs += structs
  into.deletes += deletes
  for (const client of clients) into.clients.add(client)
  return into
}

const fits = ({ bytes, structs, deletes, clients }: Filled, room: Room): boolean =>
  bytes <= room.bytes && structs <= room.structs && deletes <= room.deletes && clients.size <= room.clients

/**
 * Lays changes into as few entries as the caps allow, in their order. In: the size of each change. Out: which neighbours share an
 * entry; a span's number and the number of spans are the `part` and `parts` of the series. Refuses a change that fits no entry.
 */
export const planSeries = (
  sizes: readonly UpdateSize[],
  room: Room = entryRoom,
): Result<readonly Span[], SeriesRefusal> => {
  const spans: Span[] = []
  let open = filled()
  let from = 0
  for (const [index, size] of sizes.entries()) {
    if (!fits(add(filled(), size), room)) return refuse({ because: 'change cannot be split', index })
    const clients = new Set(open.clients)
    if (!fits(add({ ...open, clients }, size), room)) {
      spans.push({ from, to: index })
      from = index
      open = filled()
    }
    add(open, size)
  }
  return ok(from < sizes.length ? [...spans, { from, to: sizes.length }] : spans)
}
