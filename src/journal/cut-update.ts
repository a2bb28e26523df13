import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { ownBytes, type Bytes } from './bytes.ts'
import { integrationOrder } from './integration-order.ts'
import { entryRoom, planSeries, type Room, type UpdateSize } from './plan-series.ts'
import type { SeriesRefusal } from './refusal.ts'

type Deletion = Readonly<{ client: number; clock: number; len: number }>
type Unit = Y.Item | Deletion

/** UTF-16 units of one piece of text: at three bytes each well below an entry. */
const textPiece = 8_192

/** Bytes a piece needs beyond its items: counts, and for each client its id, first clock and number of structs. */
const sectionBytes = 3 * 8
const countBytes = 2 * 8

/**
 * Cuts one Yjs update (V1) into updates that each fit an entry. Applied in their order they give the same document; so does the
 * whole. For what one transaction wrote at once: who can, writes several transactions instead, each of which means something alone.
 * In: the update of this device's own work. Refuses one that is undecodable, holds GC or Skip, or has a single value over the room.
 */
export const cutUpdate = (update: Uint8Array, room: Room = entryRoom): Result<readonly Bytes[], SeriesRefusal> => {
  const units = unitsOf(update)
  if (!units) return refuse({ because: 'change cannot be split', index: 0 })
  const reserve = countBytes + sectionBytes * room.clients
  const spans = planSeries(units.map(sizeOf), { ...room, bytes: room.bytes - reserve })
  return spans.ok ? ok(spans.value.map(({ from, to }) => encodeUnits(units.slice(from, to)))) : spans
}

const isItem = (unit: Unit): unit is Y.Item => unit instanceof Y.Item
const isDeletion = (unit: Unit): unit is Deletion => !isItem(unit)

/** Items in the order they can be integrated, then deletions: by then everything they name is there. */
const unitsOf = (update: Uint8Array): readonly Unit[] | undefined => {
  const decoded = decode(update)
  const items = decoded?.structs.filter(struct => struct instanceof Y.Item)
  if (!decoded || items?.length !== decoded.structs.length) return undefined
  const first = new Map<number, number>()
  for (const { id } of items) if (!first.has(id.client)) first.set(id.client, id.clock)
  const ordered = integrationOrder(items.flatMap(pieces), client => first.get(client) ?? Number.POSITIVE_INFINITY)
  return ordered.ok ? [...ordered.value, ...deletionsOf(decoded.ds)] : undefined
}

const decode = (update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | undefined => {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return undefined
  }
}

const deletionsOf = ({ clients }: ReturnType<typeof Y.decodeUpdate>['ds']): readonly Deletion[] =>
  [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, len })))

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** A long text as items that follow each other, just as Yjs itself would split it; a surrogate pair is never cut in two. */
const pieces = (item: Y.Item): readonly Y.Item[] => {
  if (!(item.content instanceof Y.ContentString) || item.length <= textPiece) return [item]
  const { id, rightOrigin, parentSub, content } = item
  const all: Y.Item[] = []
  for (let at = 0; at < item.length;) {
    const end = at + textPiece
    const to = isHighSurrogate(content.str.charCodeAt(end - 1)) ? end - 1 : end
    const left = at === 0 ? item.origin : Y.createID(id.client, id.clock + at - 1)
    const piece = new Y.ContentString(content.str.slice(at, to))
    all.push(
      new Y.Item(Y.createID(id.client, id.clock + at), null, left, null, rightOrigin, item.parent, parentSub, piece),
    )
    at = to
  }
  return all
}

/** An item without its section, for whose clients there is a reserve; a deletion with all it needs, for it may name any client. */
const sizeOf = (unit: Unit): UpdateSize => {
  if (!isItem(unit)) return { bytes: encodeUnits([unit]).length, structs: 0, deletes: 1, clients: [] }
  const encoder = new Y.UpdateEncoderV1()
  unit.write(encoder, 0)
  return { bytes: encoder.toUint8Array().length, structs: 1, deletes: 0, clients: [unit.id.client] }
}

const byClient = <Value>(values: readonly Value[], clientOf: (value: Value) => number): [number, Value[]][] => {
  const groups = new Map<number, Value[]>()
  for (const value of values) {
    const group = groups.get(clientOf(value))
    if (group) group.push(value)
    else groups.set(clientOf(value), [value])
  }
  return [...groups].sort(([a], [b]) => b - a)
}

/** One update in the form Yjs writes: sections of items by client, higher ids first, then the delete set. */
const encodeUnits = (units: readonly Unit[]): Bytes => {
  const encoder = new Y.UpdateEncoderV1()
  const write = (value: number): void => writeVarUint(encoder.restEncoder, value)
  const sections = byClient(units.filter(isItem), item => item.id.client)
  write(sections.length)
  for (const [client, items] of sections) {
    write(items.length)
    write(client)
    write(Math.min(...items.map(({ id }) => id.clock)))
    for (const item of items) item.write(encoder, 0)
  }
  const deleted = byClient(units.filter(isDeletion), deletion => deletion.client)
  write(deleted.length)
  for (const [client, ranges] of deleted) {
    write(client)
    write(ranges.length)
    for (const { clock, len } of ranges) {
      write(clock)
      write(len)
    }
  }
  return ownBytes(encoder.toUint8Array())
}
