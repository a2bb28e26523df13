import type { PlainDocument } from '../document/canonical.ts'
import { attachment, isBlobHash, type BlobHash } from '../domain/attachments/attachment.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { allRecords } from '../domain/records.ts'

const known: ReadonlySet<string> = new Set(allRecords.map(({ type }) => type))

/** Records of a newer app may name photos and files in a way this one does not know; a hash anywhere in them counts. */
const hashesInside = (value: unknown): readonly BlobHash[] => JSON.stringify(value).match(/\b[0-9a-f]{64}\b/g) ?? []

/** Which photos and files the records of a document name, those in the bin too. */
export const blobsNamedIn = (plain: PlainDocument): ReadonlySet<BlobHash> => {
  const named = new Set<BlobHash>()
  for (const [type, records] of Object.entries(plain)) {
    if (known.has(type) && type !== attachment.type) continue
    for (const record of Object.values(records)) {
      const found = known.has(type) ? [record['hash']] : hashesInside(record)
      for (const hash of found) if (isBlobHash(hash) && hash !== '') named.add(hash)
    }
  }
  return named
}

/** The same for every document that names any. */
export const namedBlobs = (documents: {
  readonly [name: string]: PlainDocument
}): ReadonlyMap<DocumentName, ReadonlySet<BlobHash>> => {
  const entries = Object.entries(documents).map(([name, plain]) => [name, blobsNamedIn(plain)] as const)
  return new Map(entries.filter(([, named]) => named.size > 0))
}
