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

/** Bytes the length of the update takes beside it. */
const lengthBytes = 5

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
): Result<readonly Pack[], SeriesRefusal | UpdateRefusal> => {
  const room = {
    ...entryRoom,
    bytes: caps.updateBytes - encodePayload({ commands, update: new Uint8Array() }).length - lengthBytes,
  }
  const fitting = updates.flatMap(update => cutToFit(update, room))
  const plan = planSeries(fitting.map(measureUpdate), room)
  if (!plan.ok) return plan
  const clocks = new Map(journalledClocks(heads))
  const foreign = journalledClocks(heads.filter(head => head.device !== toHex(device)))
  const packs: Pack[] = []
  for (const { from, to } of plan.value) {
    const update = joined(fitting.slice(from, to))
    const clients = new Set(measureUpdate(update).clients.filter(client => !foreign.has(client)))
    const guarded = guardUpdate(update, { clocks, clients })
    if (!guarded.ok) return refuse(guarded.refusal)
    for (const [client, clock] of guarded.value.clocksAfter) clocks.set(client, clock)
    packs.push({ update, clocks: Object.fromEntries(guarded.value.clocksAfter) })
  }
  return ok(packs)
}

/** An update over the caps becomes several; one that cannot be cut is left as it is, and the plan refuses it. */
const cutToFit = (update: Uint8Array, room: Room): readonly Uint8Array[] => {
  const { bytes, structs, deletes } = measureUpdate(update)
  if (bytes <= room.bytes && structs <= room.structs && deletes <= room.deletes) return [update]
  const cut = cutUpdate(update, room)
  return cut.ok ? cut.value : [update]
}

const joined = (updates: readonly Uint8Array[]): Uint8Array => {
  const [first] = updates
  return updates.length === 1 && first ? first : Y.mergeUpdates([...updates])
}
