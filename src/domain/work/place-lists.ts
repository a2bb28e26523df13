import type { Rank } from '../kernel/rank.ts'
import type { DocumentName } from '../kernel/record.ts'
import type { View } from '../kernel/view.ts'
import { item } from './item.ts'

/** One list of the index `place`, taken apart: cards of one place and one sprint (null: none). */
export type PlaceList = { readonly key: string; readonly place: string; readonly sprint: string | null }

const takenApart = new WeakMap<readonly string[], Map<DocumentName, readonly PlaceList[]>>()

const takeApart = (key: string, document: DocumentName): PlaceList => {
  const [from, to] = [document.length + 1, key.lastIndexOf('|')]
  return { key, place: key.slice(from, to), sprint: key.slice(to + 1) || null }
}

/** The filled lists of a team's document. The index's keys are taken apart once, until a list appears or empties. */
export const placeLists = (view: View, document: DocumentName): readonly PlaceList[] => {
  const keys = view.keys(item, 'place')
  const known = takenApart.get(keys) ?? new Map<DocumentName, readonly PlaceList[]>()
  takenApart.set(keys, known)
  const lists =
    known.get(document) ?? keys.filter(key => key.startsWith(`${document}|`)).map(key => takeApart(key, document))
  known.set(document, lists)
  return lists
}

const none: readonly string[] = Object.freeze([])
type Merge = { readonly lists: readonly (readonly string[])[]; readonly merged: readonly string[] }
const merges = new WeakMap<readonly string[], Merge>()

/** A card's rank; in front of all when its record is not here. */
export const rankOf = (view: View, id: string): Rank => view.get(item, id)?.position[1] ?? ''

const merge = (view: View, one: readonly string[], other: readonly string[]): readonly string[] => {
  const ids: string[] = []
  const waiting = other.map(id => ({ id, rank: rankOf(view, id) }))
  let next = 0
  for (const id of one) {
    const rank = rankOf(view, id)
    for (
      let head = waiting[next];
      head && (head.rank === rank ? head.id < id : head.rank < rank);
      head = waiting[next]
    ) {
      ids.push(head.id)
      next++
    }
    ids.push(id)
  }
  return Object.freeze([...ids, ...other.slice(next)])
}

/**
 * Several lists as one, ordered by rank and id. With one filled list it is that very list, and the same lists give the same
 * merged list again: a screen that compares by identity draws nothing anew.
 */
export const merged = (view: View, lists: readonly (readonly string[])[]): readonly string[] => {
  const filled = lists.filter(list => list.length > 0)
  const [first, ...rest] = filled
  if (!first) return none
  if (rest.length === 0) return first
  const known = merges.get(first)
  if (known?.lists.length === filled.length && known.lists.every((list, index) => list === filled[index]))
    return known.merged
  const result = rest.reduce((one, other) => merge(view, one, other), first)
  merges.set(first, { lists: filled, merged: result })
  return result
}
