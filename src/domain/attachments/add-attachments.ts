import { create, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records } from '../kernel/view.ts'
import { item } from '../work/item.ts'
import { attachment, isBlobHash, largestFile, type Attachment } from './attachment.ts'
import { fileName } from './file-name.ts'
import type { AttachmentRefusal } from './refusal.ts'

/** A file whose bytes are stored already. */
export type NewAttachment = Pick<Attachment, 'name' | 'mediaType' | 'hash'> & {
  /** In bytes. */
  readonly size: number
  /** Of a picture, in pixels. */
  readonly width?: number | null
  readonly height?: number | null
}

/** Refuses a file that is too large. In: its name, its size in bytes. For asking before its bytes are read and stored. */
export const fileRefusal = ({ name, size }: Pick<NewAttachment, 'name' | 'size'>): AttachmentRefusal | undefined =>
  size > largestFile ? { because: 'fileIsTooLarge', name: fileName(name), megabytes: largestFile / 1e6 } : undefined

const refusalOf = (file: NewAttachment): AttachmentRefusal | undefined => {
  const name = fileName(file.name)
  if (name === '') return { because: 'nameIsEmpty' }
  const isFit = isBlobHash(file.hash) && Number.isInteger(file.size) && file.size >= 0
  return isFit ? fileRefusal(file) : { because: 'attachmentIsUnfit', name }
}

const unknownType = 'application/octet-stream'
const typeOf = (mediaType: string): string =>
  /^[\w.+-]+\/[\w.+-]{1,100}$/.test(mediaType) ? mediaType.toLowerCase() : unknownType

const pixels = (value: number | null | undefined): number | null =>
  value != null && Number.isInteger(value) && value >= 1 ? value : null

export type AddAttachments = { readonly item: string; readonly files: readonly NewAttachment[] }

/**
 * Puts photos and files on an item; their bytes are stored before. What is on the item already, byte for byte, is left out.
 * Refuses an item that is gone or moved, a file over 10 MB, one without name or hash, and when nothing is left to add.
 */
export const addAttachments = defineCommand(
  'addAttachments',
  (view, { item: id, files }: AddAttachments, context): Result<readonly Change[], AttachmentRefusal> => {
    const owner = live(view, item, id)
    if (!owner) return refuse({ because: 'itemIsGone' })
    if (owner.movedTo) return refuse({ because: 'itemIsMoved' })
    const refusal = files.map(refusalOf).find(found => found !== undefined)
    if (refusal) return refuse(refusal)
    const there = new Set(records(view, attachment, 'item', id).map(({ hash }) => hash))
    const fresh = [...new Map(files.map(file => [file.hash, file])).values()].filter(({ hash }) => !there.has(hash))
    const [first] = files
    if (fresh.length === 0) return refuse({ because: 'attachmentIsThere', name: fileName(first?.name ?? '') })
    return ok(
      fresh.flatMap(({ name, mediaType, size, hash, width, height }) => {
        const values = { item: id, name: fileName(name), mediaType: typeOf(mediaType), size, hash }
        const measures = { width: pixels(width), height: pixels(height) }
        return create(
          attachment,
          { document: owner.document, id: context.newId() },
          { ...values, ...measures },
          context,
        )
      }),
    )
  },
)
