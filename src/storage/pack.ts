import * as Y from 'yjs'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import { caps } from '../journal/caps.ts'
import { cutUpdate } from '../journal/cut-update.ts'
import { guardUpdate } from '../journal/guard.ts'
import { encodePayload } from '../journal/payload.ts'
import { entryRoom, planSeries, type Room } from '../journal/plan-series.ts'
import type { SeriesRefusal, UpdateRefusal } from '../journal/refusal.ts'
import type { CommandLabel } from '../workspace/ports.ts'
import { journalledClocks, measureUpdate, type Clocks } from './clocks.ts'
import type { HeadRow } from './database.ts'

/** What one entry will carry, and the clocks of the clients that wrote it, behind it. */
export type Pack = Readonly<{ update: Uint8Array; clocks: Clocks }>

type Refusal = SeriesRefusal | UpdateRefusal

/** Bytes the length of the update takes beside it. */
const lengthBytes = 5
/** From this size on an update is an entry of its own: joining it costs more than the few bytes it would save. */
const worthJoining = 8 * 1024

/** All Yjs clients but those that other devices write with. */
class AllBut extends Set<number> {
  override has(client: number): boolean {
    return !super.has(client)
  }
}

/**
 * Lays consecutive updates into as few entries as the caps allow; order is kept. In: Yjs updates of one document, the commands every
 * entry of the batch names, and the document's heads. Every pack is checked as colleagues will check it: what they would refuse would
 * cut this device off for them, so it must not be called saved here.
 */
export const packUpdates = (
  updates: readonly Uint8Array[],
  commands: readonly CommandLabel[],
  heads: readonly HeadRow[],
  device: Bytes,
): Result<readonly Pack[], Refusal> => {
  const beside = encodePayload({ commands, update: new Uint8Array() }).length + lengthBytes
  const room = { ...entryRoom, bytes: caps.updateBytes - beside }
  const foreign = journalledClocks(heads.filter(head => head.device !== toHex(device)))
  const packer = new Packer(new Map(journalledClocks(heads)), new AllBut(foreign.keys()), room)
  for (const group of groupsOf(updates)) {
    const refusal = packer.add(group)
    if (refusal) return refuse(refusal)
  }
  return ok(packer.packs)
}

/** Neighbours that are small enough to share entries; a large update stands alone. */
const groupsOf = (updates: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] => {
  const groups: Uint8Array[][] = []
  let isOpen = false
  for (const update of updates) {
    const isSmall = update.length < worthJoining
    if (isSmall && isOpen) groups.at(-1)?.push(update)
    else groups.push([update])
    isOpen = isSmall
  }
  return groups
}

class Packer {
  readonly packs: Pack[] = []
  private readonly clocks: Map<number, number>
  private readonly clients: ReadonlySet<number>
  private readonly room: Room

  constructor(clocks: Map<number, number>, clients: ReadonlySet<number>, room: Room) {
    this.clocks = clocks
    this.clients = clients
    this.room = room
  }

  add(group: readonly Uint8Array[]): Refusal | undefined {
    const [only] = group
    if (!only) return undefined
    if (group.length === 1) return this.addOrCut(only)
    const plan = planSeries(group.map(measureUpdate), this.room)
    if (!plan.ok) return plan.refusal
    return first(plan.value, ({ from, to }) => this.addOrCut(joined(group.slice(from, to))))
  }

  /** An update over the caps becomes several. */
  private addOrCut(update: Uint8Array): Refusal | undefined {
    const refusal = this.addOne(update)
    if (refusal?.because !== 'update is too large') return refusal
    const cut = cutUpdate(update, this.room)
    return cut.ok ? first(cut.value, piece => this.addOne(piece)) : cut.refusal
  }

  private addOne(update: Uint8Array): UpdateRefusal | undefined {
    const { bytes } = this.room
    if (update.length > bytes) return { because: 'update is too large', what: 'bytes', got: update.length, cap: bytes }
    const guarded = guardUpdate(update, { clocks: this.clocks, clients: this.clients })
    if (!guarded.ok) return guarded.refusal
    for (const [client, clock] of guarded.value.clocksAfter) this.clocks.set(client, clock)
    this.packs.push({ update, clocks: Object.fromEntries(guarded.value.clocksAfter) })
    return undefined
  }
}

/** The first refusal, if there is one. */
const first = <Value>(values: readonly Value[], add: (value: Value) => Refusal | undefined): Refusal | undefined => {
  for (const value of values) {
    const refusal = add(value)
    if (refusal) return refusal
  }
  return undefined
}

const joined = (updates: readonly Uint8Array[]): Uint8Array => {
  const [only] = updates
  return updates.length === 1 && only ? only : Y.mergeUpdates([...updates])
}
