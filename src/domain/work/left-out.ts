import { live, type View } from '../kernel/view.ts'
import { item } from './item.ts'

/** An item that a command for many passes over, and why. */
export type LeftOut = {
  readonly item: string
  readonly because: 'itemIsGone' | 'itemIsMoved' | 'itemIsDropped' | 'epicStaysOffBoard' | 'itemIsInAnotherTeam'
}

/**
 * Which of many items a command will pass over: to be said with its result. In: what is asked for. `edit`: values, people, labels,
 * deciding against. `move`: to a place of the first item's team.
 */
export const leftOut = (view: View, items: readonly string[], asked: 'edit' | 'move'): readonly LeftOut[] => {
  let home: string | undefined
  const why = (id: string): LeftOut['because'] | undefined => {
    const record = live(view, item, id)
    if (!record) return 'itemIsGone'
    if (record.movedTo) return 'itemIsMoved'
    if (asked === 'edit') return undefined
    if (record.dropped) return 'itemIsDropped'
    if (record.kind === 'epic') return 'epicStaysOffBoard'
    home ??= record.document
    return record.document === home ? undefined : 'itemIsInAnotherTeam'
  }
  return [...new Set(items)].flatMap(id => {
    const because = why(id)
    return because ? [{ item: id, because }] : []
  })
}
