import { create, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { item } from '../work/item.ts'
import { commentRefusal } from './comment-rules.ts'
import { comment } from './comment.ts'
import type { DiscussionRefusal } from './refusal.ts'

export type AddComment = { readonly item: string; readonly text: string }

/**
 * Says something about an item; the text may have many lines. Its author is who acts. Refuses an item that is gone or moved, a text of
 * blanks alone and more than 32 KiB of UTF-8.
 */
export const addComment = defineCommand(
  'addComment',
  (view, { item: id, text }: AddComment, context): Result<readonly Change[], DiscussionRefusal> => {
    const owner = live(view, item, id)
    if (!owner) return refuse({ because: 'itemIsGone' })
    if (owner.movedTo) return refuse({ because: 'itemIsMoved' })
    const refusal = commentRefusal(text)
    if (refusal) return refuse(refusal)
    const at = { document: owner.document, id: context.newId() }
    return ok(create(comment, at, { item: id, text: text.trim() }, context))
  },
)
