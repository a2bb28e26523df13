import type { PlanItem } from '../domain/intake/plan.ts'
import type { ReadItem } from './read-item.ts'
import type { Tally } from './tally.ts'

type Waits = ReadonlyMap<string, ReadonlySet<string>>

/** Whether `start` waits for `goal`, directly or through others. */
const reaches = (waits: Waits, start: string, goal: string): boolean => {
  const seen = new Set([start])
  for (const source of seen) for (const next of waits.get(source) ?? []) seen.add(next)
  return seen.has(goal)
}

/**
 * Turns the keys of items that have to be done first into sources, from both ends: what a row waits for, and what it holds up. Keys
 * that are not in the file, and links that close a circle of items waiting for each other, are named as findings and stay away.
 */
export const linkBlockers = (
  items: readonly ReadItem[],
  byKey: ReadonlyMap<string, string>,
  tally: Tally,
): readonly PlanItem[] => {
  const waits = new Map<string, Set<string>>()
  const add = ({ row }: ReadItem, waiting: string | undefined, blocker: string | undefined, key: string): void => {
    if (waiting === undefined || blocker === undefined) return tally.find('blockerUnknown', row, '', key)
    if (waits.get(waiting)?.has(blocker)) return
    if (reaches(waits, blocker, waiting)) return tally.find('blockerUnfit', row, '', key)
    waits.set(waiting, (waits.get(waiting) ?? new Set()).add(blocker))
  }
  for (const one of items) {
    for (const key of one.waitsFor) add(one, one.source, byKey.get(key), key)
    for (const key of one.holdsUp) add(one, byKey.get(key), one.source, key)
  }
  return items.map(({ parents: _parents, waitsFor: _waitsFor, holdsUp: _holdsUp, ...planned }) => ({
    ...planned,
    blockedBy: [...(waits.get(planned.source) ?? [])],
  }))
}
