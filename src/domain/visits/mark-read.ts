import { create, edit, type Change } from '../kernel/change.ts'
import type { Command } from '../kernel/command.ts'
import { personalDocument, type DocumentName } from '../kernel/record.ts'
import { ok, type Result } from '../kernel/result.ts'
import { records } from '../kernel/view.ts'
import { furthest, readMark, type ReadHeads } from './read-mark.ts'

export type MarkRead = {
  /** The device on which it was read, in hexadecimal. */
  readonly device: string
  readonly read: readonly Readonly<{ of: DocumentName; heads: ReadHeads }>[]
}

/** Notes what the person who acts has read, for their devices alone. Never refuses: to have read is no edit, and undo passes it over. */
export const markRead: Command<MarkRead, never> = {
  name: 'markRead',
  isPassedOver: true,
  rule: (view, { device, read }, context): Result<readonly Change[], never> => {
    const document = personalDocument(context.actor)
    return ok(
      read.flatMap(({ of, heads }) => {
        const own = records(view, readMark, 'of', of).find(mark => mark.device === device)
        return own
          ? edit(readMark, own, { heads: furthest(own.heads, heads) })
          : create(readMark, { document, id: context.newId() }, { of, device, heads }, context)
      }),
    )
  },
}
