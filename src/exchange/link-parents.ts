import type { PlanItem } from '../domain/intake/plan.ts'
import { canHaveParts } from '../domain/work/family.ts'
import type { ReadItem } from './read-item.ts'
import type { Tally } from './tally.ts'

type ParentOf = (one: PlanItem) => string | undefined

/** Whether going up from `start` comes back to where it began or goes round somewhere. */
const isCircle = (start: PlanItem, bySource: ReadonlyMap<string, PlanItem>, parentOf: ParentOf) => {
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
 * In Jira a task or a bug has sub-tasks; here epics and stories have parts. Such a task becomes a story, as long as it is no part
 * of a story itself, and is named as a finding: its sub-tasks stay together.
 */
const raiseParents = (items: readonly ReadItem[], parentOf: ParentOf, tally: Tally): readonly ReadItem[] => {
  const bySource = new Map(items.map(one => [one.source, one]))
  const named = new Set(items.map(parentOf))
  return items.map(one => {
    const above = bySource.get(parentOf(one) ?? '')
    if (!named.has(one.source) || canHaveParts(one.kind) || (above && above.kind !== 'epic')) return one
    tally.find('becameStory', one.row, '', one.title)
    return { ...one, kind: 'story' }
  })
}

/**
 * Turns the keys by which rows name their parents into sources; of several the first that is here counts. A parent that is not in
 * the file, that cannot have parts here (a task, a bug), or that closes a circle is named as a finding, and the item comes without
 * it. `isJira`: tasks with sub-tasks are stories here.
 */
export const linkParents = (
  read: readonly ReadItem[],
  byKey: ReadonlyMap<string, string>,
  isJira: boolean,
  tally: Tally,
): readonly ReadItem[] => {
  const parents = new Map(read.map(one => [one.source, one.parents.flatMap(key => byKey.get(key) ?? [])[0]]))
  const parentOf: ParentOf = ({ source }) => parents.get(source)
  const items = isJira ? raiseParents(read, parentOf, tally) : read
  const bySource = new Map(items.map(one => [one.source, one]))
  return items.map(one => {
    const [first] = one.parents
    if (first === undefined) return one
    const parent = bySource.get(parentOf(one) ?? '')
    if (!parent) tally.find('parentUnknown', one.row, '', first)
    const isUnfit = parent && (one.kind === 'epic' || !canHaveParts(parent.kind) || isCircle(one, bySource, parentOf))
    if (isUnfit) tally.find('parentUnfit', one.row, '', first)
    return { ...one, parent: !parent || isUnfit ? null : parent.source }
  })
}
