import { flagCell, lineCell, linkCell, numberCell, valueCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'
import { partIndexes } from '../work/part-indexes.ts'

export const longestFileName = 255
/** 10 MB a file, in bytes. */
export const largestFile = 10_000_000

/** SHA-256 of the bytes as the person has chosen them, as 64 hexadecimal digits. */
export type BlobHash = string
/** Whether a stored value is the SHA-256 of a file, as lower-case hex. */
export const isBlobHash = (value: unknown): value is BlobHash =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/**
 * A photo or file on an item: what is said about it. Its bytes never enter the document; they lie beside it, sealed, and are found
 * by `hash`. The hash is that of the plain bytes, so it stays the same with another key, in another team and in an archive, and
 * whoever opens the bytes can prove that they are the ones meant.
 */
export const attachment = defineRecord({
  type: 'attachment',
  document: 'team',
  cells: {
    item: linkCell(),
    name: lineCell(longestFileName),
    mediaType: lineCell(127),
    /** In bytes, before sealing. */
    size: numberCell(0),
    /** Empty once it was overwritten: nobody needs the bytes any more. */
    hash: valueCell<BlobHash>('', raw => (isBlobHash(raw) ? raw : undefined)),
    /** Of a picture, in pixels: its place is kept before its bytes are here. */
    width: numberCell(1),
    height: numberCell(1),
    /** Its name and hash were overwritten after a month in the bin; nothing is left to bring back. */
    purged: flagCell(),
  },
  links: { item: 'item' },
  indexes: partIndexes,
})
export type Attachment = RecordOf<typeof attachment>

const picture = /^image\/(jpeg|png|webp|gif|avif)$/

/** Whether its bytes may be shown as a picture. An SVG may not: it can carry a script. */
export const isPicture = ({ mediaType }: Pick<Attachment, 'mediaType'>): boolean => picture.test(mediaType)
