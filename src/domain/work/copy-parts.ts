import { attachment } from '../attachments/attachment.ts'
import { link } from '../attachments/link.ts'
import { comment } from '../discussion/comment.ts'
import type { Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { copy } from '../kernel/copy.ts'
import type { RecordBase } from '../kernel/record.ts'
import { records, type View } from '../kernel/view.ts'
import { check, checksKey, criteria } from './check.ts'
import { checklist } from './checklist.ts'
import type { Item } from './item.ts'

type Copying = {
  readonly from: Item
  readonly to: Pick<Item, 'document' | 'id'>
  /** `anew`: made now by who acts, nothing ticked. `same`: as it was, with its dates, people and ticks. */
  readonly as: 'anew' | 'same'
}

const bornOf = ({ as }: Copying, record: RecordBase, context: RuleContext) =>
  as === 'same' ? { now: record.createdAt, actor: record.createdBy } : context

const copyChecks = (
  view: View,
  copying: Copying,
  lists: { readonly from: string; readonly to: string },
  context: RuleContext,
): readonly Change[] =>
  records(view, check, 'list', checksKey(copying.from.id, lists.from)).flatMap(record => {
    const { document, id: item } = copying.to
    const done = copying.as === 'same' ? record.done : null
    const at = { document, id: context.newId() }
    return copy(check, record, at, { item, list: lists.to, done }, bornOf(copying, record, context))
  })

const copyLists = (view: View, copying: Copying, context: RuleContext): readonly Change[] =>
  records(view, checklist, 'item', copying.from.id).flatMap(record => {
    const { document, id: item } = copying.to
    const at = { document, id: context.newId() }
    return [
      ...copy(checklist, record, at, { item }, bornOf(copying, record, context)),
      ...copyChecks(view, copying, { from: record.id, to: at.id }, context),
    ]
  })

const copyAttached = (view: View, copying: Copying, context: RuleContext): readonly Change[] => {
  const { from, to, as } = copying
  const at = () => ({ document: to.document, id: context.newId() })
  return [
    ...records(view, attachment, 'item', from.id).flatMap(record =>
      copy(attachment, record, at(), { item: to.id }, bornOf(copying, record, context)),
    ),
    ...records(view, link, 'item', from.id).flatMap(record => {
      const source = as === 'same' ? record.source : ''
      return copy(link, record, at(), { item: to.id, source }, bornOf(copying, record, context))
    }),
  ]
}

/** The changes that give an item the criteria, checklists, files and links of another; with `same` its comments too. */
export const copyParts = (view: View, copying: Copying, context: RuleContext): readonly Change[] => [
  ...copyChecks(view, copying, { from: criteria, to: criteria }, context),
  ...copyLists(view, copying, context),
  ...copyAttached(view, copying, context),
  ...(copying.as === 'anew'
    ? []
    : records(view, comment, 'item', copying.from.id).flatMap(record => {
        const at = { document: copying.to.document, id: context.newId() }
        return copy(comment, record, at, { item: copying.to.id }, bornOf(copying, record, context))
      })),
]
