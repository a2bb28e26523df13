import { linksOf } from '../attachments/item-attachments.ts'
import { linkRefusal } from '../attachments/edit-link.ts'
import { link, longestLinkName } from '../attachments/link.ts'
import { comment, longestAuthor } from '../discussion/comment.ts'
import { create, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { oneLine, plainLine } from '../kernel/line.ts'
import { sourceKey } from '../kernel/source-key.ts'
import type { View } from '../kernel/view.ts'
import type { Item } from '../work/item.ts'
import type { PlanComment, PlanItem, PlanLink } from './plan.ts'

type At = Pick<Item, 'document' | 'id'>
type Planned = Pick<PlanItem, 'comments' | 'links'>

const once = <Sourced extends { readonly source: string }>(planned: readonly Sourced[]): readonly Sourced[] => [
  ...new Map(planned.map(one => [one.source, one])).values(),
]

const bornComment = (at: At, planned: PlanComment, context: RuleContext): readonly Change[] => {
  const { source, author, text, createdAt } = planned
  const born = { ...context, now: Math.min(createdAt ?? context.now, context.now) }
  const values = { item: at.id, text, author: oneLine(author).slice(0, longestAuthor), source }
  return create(comment, { document: at.document, id: context.newId() }, values, born)
}

const bornLink = (at: At, { source, ...planned }: PlanLink, context: RuleContext): readonly Change[] => {
  const name = oneLine(plainLine(planned.name)).slice(0, longestLinkName)
  const address = plainLine(planned.address)
  if (linkRefusal({ address, name })) return []
  return create(link, { document: at.document, id: context.newId() }, { item: at.id, address, name, source }, context)
}

/**
 * The changes that make an item's comments and links. Comments have the names and dates of where they come from; a date that lies
 * ahead is not believed. Links that `linkRefusal` refuses are left out.
 */
export const bornParts = (at: At, { comments, links }: Planned, context: RuleContext): readonly Change[] => [
  ...once(comments).flatMap(planned => bornComment(at, planned, context)),
  ...once(links).flatMap(planned => bornLink(at, planned, context)),
]

/**
 * What a second import of the same file has to add: comments and links that are new there. Those that are here, or lie in the bin,
 * are recognised by their source and stay as they are; a link also by its address, since a table given out here brings back what was
 * linked by hand.
 */
export const newParts = (
  view: View,
  record: Item,
  { comments, links }: Planned,
  context: RuleContext,
): readonly Change[] => {
  const isNew = (definition: typeof comment | typeof link, { source }: PlanComment | PlanLink): boolean =>
    (['source', 'binnedSource'] as const).every(
      index => view.ids(definition, index, sourceKey(record.id, source)).length === 0,
    )
  const addresses = new Set(links.length === 0 ? [] : linksOf(view, record.id).map(({ address }) => address))
  const fresh = {
    comments: comments.filter(planned => isNew(comment, planned)),
    links: links.filter(planned => isNew(link, planned) && !addresses.has(plainLine(planned.address))),
  }
  return bornParts(record, fresh, context)
}
