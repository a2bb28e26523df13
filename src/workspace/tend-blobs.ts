import { canonicalDocument } from '../document/canonical.ts'
import type { RecordDocument } from '../document/record-document.ts'
import { attachment, type Attachment, type BlobHash } from '../domain/attachments/attachment.ts'
import type { RecordBase } from '../domain/kernel/record.ts'
import type { Blobs } from './blob-port.ts'
import { blobsNamedIn } from './named-blobs.ts'

/** Bytes are kept before the record that names them is written, perhaps in another tab: nothing younger is swept. Milliseconds. */
const youngFor = 86_400_000

const isAttachment = (record: RecordBase): record is Attachment => record.type === attachment.type

const namedBy = (records: readonly RecordBase[]): ReadonlySet<BlobHash> =>
  new Set(records.filter(isAttachment).flatMap(({ hash }) => (hash === '' ? [] : [hash])))

/**
 * Keeps photos and files true to a document. In: its open document, all its records (those in the bin too), the time in milliseconds UTC. What they name and
 * only another document of this device has is kept here as well (a card that was moved); what nothing in the document names any more, a day after it was
 * last kept, is removed. A hash in a record that only a newer app knows counts as named.
 */
export const tendBlobs = async (
  blobs: Blobs,
  document: RecordDocument,
  records: readonly RecordBase[],
  now: number,
): Promise<void> => {
  const named = namedBy(records)
  const kept = await blobs.list(document.name)
  const here = new Set(kept.map(({ hash }) => hash))
  for (const hash of named) if (!here.has(hash)) await blobs.read(document.name, hash)
  const old = kept.filter(({ hash, keptAt }) => !named.has(hash) && keptAt < now - youngFor)
  if (old.length === 0) return
  const anywhere = blobsNamedIn(canonicalDocument(document))
  const unnamed = old.map(({ hash }) => hash).filter(hash => !anywhere.has(hash))
  if (unnamed.length > 0) await blobs.remove(document.name, unnamed, now - youngFor)
}
