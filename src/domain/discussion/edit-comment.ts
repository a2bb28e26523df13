import { bringBack, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { rebaseText } from '../kernel/rebase-text.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { commentRefusal, mayDelete, mayEdit } from './comment-rules.ts'
import { comment } from './comment.ts'
import type { DiscussionRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], DiscussionRefusal>
type OfComment = { readonly comment: string }

export type EditComment = OfComment & {
  readonly text: string
  /** What stood there when the person began to write; what another device of theirs has changed since then stays. */
  readonly base?: string | undefined
}

/**
 * Gives an own comment another text and marks it as edited. Refuses the comments of others, imported ones, a text of blanks alone
 * and more than 32 KiB of UTF-8.
 */
export const editComment = defineCommand('editComment', (view, args: EditComment, context): Edited => {
  const record = live(view, comment, args.comment)
  if (!record) return refuse({ because: 'commentIsGone' })
  if (!mayEdit(record, context.actor)) return refuse({ because: 'commentIsNotOwn' })
  const wanted = args.base === undefined ? args.text : rebaseText(args.base, args.text, record.text)
  const refusal = commentRefusal(wanted)
  if (refusal) return refuse(refusal)
  const text = wanted.trim()
  return ok(text === record.text ? [] : edit(comment, record, { text, editedAt: context.now }))
})

/** Puts an own comment, or one that the person has brought along, into the bin. Refuses the comments of others. */
export const deleteComment = defineCommand('deleteComment', (view, { comment: id }: OfComment, context): Edited => {
  const record = live(view, comment, id)
  if (!record) return refuse({ because: 'commentIsGone' })
  return mayDelete(record, context.actor) ? ok(discard(record, context)) : refuse({ because: 'commentIsNotOwn' })
})

/** Takes a comment out of the bin. Refuses what was overwritten after a month there, and the comments of others. */
export const restoreComment = defineCommand('restoreComment', (view, { comment: id }: OfComment, context): Edited => {
  const record = view.get(comment, id)
  if (!record?.deleted || record.purged) return refuse({ because: 'commentIsNotInBin' })
  return mayDelete(record, context.actor) ? ok(bringBack(record)) : refuse({ because: 'commentIsNotOwn' })
})
