import type { Change } from '../../src/domain/kernel/change.ts'
import type { Command, RuleContext } from '../../src/domain/kernel/command.ts'
import type { Json } from '../../src/domain/kernel/json.ts'
import { readRecord } from '../../src/domain/kernel/read.ts'
import type { AnyRefusal, Result } from '../../src/domain/kernel/result.ts'
import { stampAt } from '../../src/domain/kernel/stamp.ts'
import { allRecords } from '../../src/domain/records.ts'
import { RecordStore } from '../../src/workspace/record-store.ts'

/** A repeatable source of chance (mulberry32). */
export const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** One desk in memory: commands run, changes are kept, nothing is stored. For scenes about rules alone. */
export const memoryOffice = (actor = 'anna', start = Date.UTC(2026, 10, 16, 8)) => {
  const view = new RecordStore(allRecords)
  const raw = new Map<string, Map<string, Json>>()
  const random = chance(1)
  const desk = { now: start, actor, serial: 0 }

  const context = (): RuleContext => ({
    actor: desk.actor,
    now: desk.now,
    newId: () => `${(desk.serial++).toString(36).padStart(4, '0')}idididid`,
    jitter: random,
  })

  const apply = (changes: readonly Change[]) =>
    view.batch(() => {
      const touched = new Map<string, Change>()
      for (const change of changes) {
        const key = `${change.document}/${change.type}/${change.id}`
        const cells = raw.get(key) ?? new Map<string, Json>()
        raw.set(key, cells)
        const fresh = change.before === undefined || change.cell.startsWith('at:')
        const isText = allRecords.find(({ type }) => type === change.type)?.cells[change.cell]?.kind === 'text'
        cells.set(change.cell, fresh || isText ? change.after : [change.after, stampAt(desk.now)])
        touched.set(key, change)
      }
      for (const [key, { document, type, id }] of touched) {
        const definition = allRecords.find(known => known.type === type)
        if (definition) view.put(readRecord(definition, { document, id }, raw.get(key) ?? new Map()))
      }
    })

  return {
    view,
    context,
    apply,
    /** Runs a command and applies its changes. */
    run: <Args, Refusal extends AnyRefusal>(
      command: Command<Args, Refusal>,
      args: Args,
    ): Result<readonly Change[], Refusal> => {
      const result = command.rule(view, args, context())
      if (result.ok) apply(result.value)
      return result
    },
    /** Time goes by, in milliseconds. */
    pass: (milliseconds: number) => {
      desk.now += milliseconds
    },
    as: (person: string) => {
      desk.actor = person
    },
    get now() {
      return desk.now
    },
  }
}
