import type { PlanItem } from '../domain/intake/plan.ts'
import { canHaveParts } from '../domain/work/family.ts'
import type { Tally } from './tally.ts'

/** Whether going up from `start` comes back to where it began or goes round somewhere. */
const isCircle = (
  start: PlanItem,
  bySource: ReadonlyMap<string, PlanItem>,
  parentOf: (one: PlanItem) => string | undefined,
) => {
  const seen = new Set([start.source])
  for (let next = parentOf(start); next !== undefined;) {
    if (seen.has(next)) return true
    seen.add(next)
    const parent = bySource.get(next)
    next = parent && parentOf(parent)
  }
  return false
}

/**
 * Turns the keys by which rows name their parents into sources. A parent that is not in the file, that cannot have parts here
 * (a task, a bug), or that closes a circle is named as a finding, and the item comes without it.
 */
export const linkParents = (
  items: readonly PlanItem[],
  byKey: ReadonlyMap<string, string>,
  tally: Tally,
): readonly PlanItem[] => {
  const bySource = new Map(items.map(one => [one.source, one]))
  const parentOf = ({ parent }: PlanItem): string | undefined => (parent === null ? undefined : byKey.get(parent))
  return items.map(one => {
    if (one.parent === null) return one
    const parent = bySource.get(parentOf(one) ?? '')
    if (!parent) tally.find('parentUnknown', one.row, '', one.parent)
    const isUnfit = parent && (one.kind === 'epic' || !canHaveParts(parent.kind) || isCircle(one, bySource, parentOf))
    if (isUnfit) tally.find('parentUnfit', one.row, '', one.parent)
    return { ...one, parent: !parent || isUnfit ? null : parent.source }
  })
}
