import { attachmentsOf, linksOf } from '../domain/attachments/item-attachments.ts'
import { commentsOf } from '../domain/discussion/item-comments.ts'
import { blockedSince } from '../domain/impediments/blocked-time.ts'
import { live, type View } from '../domain/kernel/view.ts'
import { item, type Item } from '../domain/work/item.ts'
import { checkProgress, openBlockers } from '../domain/work/progress.ts'
import { shownKey } from '../domain/work/shown-key.ts'
import { isDone } from '../domain/work/whereabouts.ts'

/** What a card shows of itself wherever it lies, its key as people see it. Flat, so that an unchanged card is not drawn anew. */
export type CardReading = Readonly<
  Pick<Item, 'key' | 'kind' | 'title' | 'estimate' | 'priority' | 'due' | 'people' | 'labels'> & {
    /** Neither done nor decided against: only then a day can be missed. */
    isOpen: boolean
    checksDone: number
    checksTotal: number
    comments: number
    /** Links and files together. */
    references: number
    /** How many items have to be done first. */
    waitsFor: number
    /** Since when impediments hold it up, milliseconds UTC. */
    blockedSince: number | undefined
    /** The title of what it is a part of. */
    partOf: string | undefined
  }
>

/** In: an item's id, now in milliseconds UTC. Out: undefined when the item is not here or in the bin. */
export const readCard = (view: View, id: string, now: number): CardReading | undefined => {
  const record = live(view, item, id)
  if (!record) return undefined
  const checks = checkProgress(view, id)
  const { kind, title, estimate, priority, due, people, labels, dropped } = record
  return {
    key: shownKey(view, record),
    kind,
    title,
    estimate,
    priority,
    due,
    people,
    labels,
    isOpen: dropped === null && !isDone(view, record),
    checksDone: checks.done,
    checksTotal: checks.total,
    comments: commentsOf(view, id).length,
    references: linksOf(view, id).length + attachmentsOf(view, id).length,
    waitsFor: openBlockers(view, record).length,
    blockedSince: blockedSince(view, record, now),
    partOf: live(view, item, record.parent)?.title,
  }
}
