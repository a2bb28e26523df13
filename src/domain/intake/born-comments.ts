import { create, type Change } from '../kernel/change.ts'
import { comment, longestAuthor, sourceKey } from '../discussion/comment.ts'
import type { RuleContext } from '../kernel/command.ts'
import { oneLine } from '../kernel/line.ts'
import type { View } from '../kernel/view.ts'
import type { Item } from '../work/item.ts'
import type { PlanComment } from './plan.ts'

/** The changes that make an item's comments, with their authors' names and dates; a date that lies ahead is not believed. */
export const bornComments = (
  at: Pick<Item, 'document' | 'id'>,
  comments: readonly PlanComment[],
  context: RuleContext,
): readonly Change[] => {
  const bySource = new Map(comments.map(planned => [planned.source, planned]))
  return [...bySource.values()].flatMap(({ source, author, text, createdAt }) => {
    const born = { ...context, now: Math.min(createdAt ?? context.now, context.now) }
    const values = { item: at.id, text, author: oneLine(author).slice(0, longestAuthor), source }
    return create(comment, { document: at.document, id: context.newId() }, values, born)
  })
}

/**
 * What a second import of the same file has to add: comments written since. Those that are here, or lie in the bin, are
 * recognised by their source and stay as they are.
 */
export const newComments = (
  view: View,
  record: Item,
  comments: readonly PlanComment[],
  context: RuleContext,
): readonly Change[] => {
  const isHere = ({ source }: PlanComment): boolean =>
    (['source', 'binnedSource'] as const).some(
      index => view.ids(comment, index, sourceKey(record.id, source)).length > 0,
    )
  return bornComments(
    record,
    comments.filter(planned => !isHere(planned)),
    context,
  )
}
