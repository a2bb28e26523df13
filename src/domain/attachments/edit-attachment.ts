import { bringBack, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { attachment } from './attachment.ts'
import { fileName } from './file-name.ts'
import type { AttachmentRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], AttachmentRefusal>
type OfAttachment = { readonly attachment: string }

/** Gives a file on an item another name. Refuses an empty one; folders before it are taken off. */
export const renameAttachment = defineCommand(
  'renameAttachment',
  (view, { attachment: id, name }: OfAttachment & { readonly name: string }): Edited => {
    const record = live(view, attachment, id)
    if (!record) return refuse({ because: 'attachmentIsGone' })
    const kept = fileName(name)
    return kept === '' ? refuse({ because: 'nameIsEmpty' }) : ok(edit(attachment, record, { name: kept }))
  },
)

/** Takes a file off its item, into the bin. Its bytes stay until the bin is emptied. */
export const removeAttachment = defineCommand(
  'removeAttachment',
  (view, { attachment: id }: OfAttachment, context): Edited => {
    const record = live(view, attachment, id)
    return record ? ok(discard(record, context)) : refuse({ because: 'attachmentIsGone' })
  },
)

/** Takes a file out of the bin. Refuses what was overwritten after a month there. */
export const restoreAttachment = defineCommand(
  'restoreAttachment',
  (view, { attachment: id }: OfAttachment): Edited => {
    const record = view.get(attachment, id)
    return record?.deleted && !record.purged ? ok(bringBack(record)) : refuse({ because: 'attachmentIsNotInBin' })
  },
)
