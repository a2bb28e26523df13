import * as Y from 'yjs'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { caps } from './caps.ts'
import { integrationOrder } from './integration-order.ts'
import { isTooDeep } from './nesting.ts'
import { faultOfValues } from './plain-value.ts'
import { readUpdate, type DecodedUpdate, type Struct } from './read-update.ts'
import type { UpdateRefusal } from './refusal.ts'

/**
 * What is known before an update. `clocks`: next clock per Yjs client, over all entries accepted so far. `clients`: the ids this entry's
 * device may write with (its header's, bound by `claimClients`). `isRoot`: which root names the document may have; all when absent.
 * Let it name a form rather than a list where a newer app may add record types.
 */
export type GuardKnowledge = Readonly<{
  clocks: ReadonlyMap<number, number>
  clients: ReadonlySet<number>
  isRoot?: (name: string) => boolean
}>

/** `clients` wrote, each with its next clock in `clocksAfter`; clients that did not write are not in it. */
export type GuardedUpdate = Readonly<{
  clients: readonly number[]
  clocksAfter: ReadonlyMap<number, number>
  structs: number
}>

type Fault = UpdateRefusal | undefined
type Clocks = ReadonlyMap<number, number>

/**
 * The door before Yjs, which is no input validator (RELIABILITY 7, 8): in: one author's update (V1) and what is known here; out: who
 * wrote how far, or why it must not be applied. Nothing is applied or changed here. It costs about what decoding costs.
 * A device runs it on its own updates too: what colleagues would refuse must not be called saved.
 * Not stopped: a valid update that deletes everything (that is for mass-change quarantine), and two levels of nesting per entry.
 */
export const guardUpdate = (update: Uint8Array, known: GuardKnowledge): Result<GuardedUpdate, UpdateRefusal> => {
  const read = readUpdate(update)
  if (!read.ok) return read
  const items = onlyItems(read.value.structs)
  if (!items.ok) return items
  const clocksAfter = new Map<number, number>()
  const fault =
    faultOfClocks(items.value, known, clocksAfter) ??
    faultOfDeletes(read.value, known.clocks, clocksAfter) ??
    faultOfContent(items.value, known.isRoot)
  if (fault) return refuse(fault)
  const ordered = integrationOrder(items.value, client => known.clocks.get(client) ?? 0)
  if (!ordered.ok) return ordered
  if (isTooDeep(ordered.value, known.clocks)) return refuse({ because: 'nesting is too deep' })
  return ok({ clients: [...clocksAfter.keys()], clocksAfter, structs: items.value.length })
}

/** An author never sends GC or Skip: 14 bytes of GC under a colleague's id delete her next edits. Empty structs confuse the store's search. */
const onlyItems = (structs: readonly Struct[]): Result<readonly Y.Item[], UpdateRefusal> => {
  const items: Y.Item[] = []
  for (const struct of structs) {
    if (struct instanceof Y.GC) return refuse({ because: 'struct is not allowed', what: 'gc' })
    if (struct instanceof Y.Skip) return refuse({ because: 'struct is not allowed', what: 'skip' })
    if (struct.length < 1) return refuse({ because: 'struct is not allowed', what: 'empty' })
    items.push(struct)
  }
  return ok(items)
}

/** Own ids only, each continuing exactly where it stood: a clock used twice splits replicas for good, a gap stays pending for ever. */
const faultOfClocks = (items: readonly Y.Item[], known: GuardKnowledge, after: Map<number, number>): Fault => {
  let growth = 0
  for (const { id, length } of items) {
    if (!known.clients.has(id.client)) return { because: 'author is foreign', client: id.client }
    const expected = after.get(id.client) ?? known.clocks.get(id.client) ?? 0
    if (id.clock !== expected) return { because: 'clock is wrong', client: id.client, expected, got: id.clock }
    growth += length
    if (growth > caps.clockGrowth) {
      return { because: 'update is too large', what: 'clocks', got: growth, cap: caps.clockGrowth }
    }
    after.set(id.client, expected + length)
  }
  return undefined
}

/** Only what is here can be deleted: a delete set over all clocks would also delete what a colleague writes next. */
const faultOfDeletes = ({ deletes }: DecodedUpdate, clocks: Clocks, after: Clocks): Fault => {
  for (const [client, ranges] of deletes.clients) {
    const reached = after.get(client) ?? clocks.get(client) ?? 0
    for (const { clock, len } of ranges) {
      if (len < 1) return { because: 'struct is not allowed', what: 'empty' }
      if (clock + len > reached) return { because: 'dependency is missing', client, clock: clock + len - 1 }
    }
  }
  return undefined
}

/** Records are maps, long texts are texts. Sub-documents, XML and formatting have no place in format 1; subclasses neither. */
const isContent = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentAny ||
  content instanceof Y.ContentString ||
  content instanceof Y.ContentDeleted ||
  (content instanceof Y.ContentType && [Y.Map, Y.Text, Y.Array].some(known => content.type.constructor === known))

/** Decoded items hold the root's name where integrated ones hold the type. */
const rootOf = ({ parent }: Y.Item): string | undefined => (typeof parent === 'string' ? parent : undefined)

/** What stands in the items: known roots and kinds of content, no key or value that breaks a reader. */
const faultOfContent = (items: readonly Y.Item[], isRoot: GuardKnowledge['isRoot']): Fault => {
  for (const item of items) {
    const root = rootOf(item)
    if (root === '__proto__' || item.parentSub === '__proto__') return { because: 'struct is not allowed', what: 'key' }
    if (root !== undefined && isRoot && !isRoot(root)) return { because: 'root is not allowed', root }
    if (!isContent(item)) return { because: 'struct is not allowed', what: 'content' }
    const fault = item.content instanceof Y.ContentAny ? faultOfValues(item.content.arr) : undefined
    if (fault === 'nesting') return { because: 'nesting is too deep' }
    if (fault) return { because: 'struct is not allowed', what: fault }
  }
  return undefined
}
