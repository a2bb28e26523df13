import type { Kind, Item } from './item.ts'
import { item } from './item.ts'
import { live, records, type View } from '../kernel/view.ts'
import type { WorkRefusal } from './refusal.ts'

/** Whether items of a kind can have parts. */
export const canHaveParts = (kind: Kind): boolean => kind === 'epic' || kind === 'story'

/**
 * Everything reached from an item by following links, each once, nearest first, itself left out. Two people can make a circle
 * together without either seeing it; it ends where it began.
 */
const reach = (view: View, start: string, next: (record: Item) => readonly (string | null)[]): readonly string[] => {
  const seen = new Set([start])
  for (const id of seen) {
    const record = live(view, item, id)
    for (const other of record ? next(record) : []) if (other !== null && live(view, item, other)) seen.add(other)
  }
  return [...seen].filter(id => id !== start)
}

/** The items this one is a part of, the nearest first. */
export const ancestorsOf = (view: View, id: string): readonly string[] => reach(view, id, record => [record.parent])

/** The items that have to be done before this one, directly or through others. */
export const allBlockersOf = (view: View, id: string): readonly string[] => reach(view, id, record => record.blockedBy)

/** The items that name this one as their parent, in order; those decided against too. */
export const partsOf = (view: View, id: string): readonly Item[] => records(view, item, 'parent', id)

/**
 * Why an item cannot be a part of another. A part lies in an epic or a story of the same team; an epic is a part of nothing, and
 * nothing is a part of itself, not even around several corners.
 */
export const parentRefusal = (
  view: View,
  child: Pick<Item, 'id' | 'kind' | 'document'>,
  parentId: string,
): WorkRefusal | undefined => {
  const parent = live(view, item, parentId)
  if (!parent || parent.document !== child.document) return { because: 'parentIsGone' }
  if (parent.id === child.id || ancestorsOf(view, parent.id).includes(child.id)) return { because: 'partsGoInCircle' }
  return child.kind === 'epic' || !canHaveParts(parent.kind) ? { because: 'parentIsUnfit' } : undefined
}
