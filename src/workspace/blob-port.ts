import type { BlobHash } from '../domain/attachments/attachment.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { SaveFailure } from './ports.ts'

/** Sizes in bytes, before sealing. `keptAt`: milliseconds UTC, when somebody last kept it on this device. */
export type BlobInfo = Readonly<{ document: DocumentName; hash: BlobHash; size: number; keptAt: number }>

/**
 * Why a photo or file is not kept or not here. `blobIsMissing`: this device does not have it (yet). `blobIsBroken`: what lies here is not what was kept, and
 * there is no other copy.
 */
export type BlobRefusal =
  | { readonly because: 'blobIsTooLarge'; readonly size: number; readonly most: number }
  | { readonly because: 'blobIsMissing'; readonly hash: BlobHash }
  | { readonly because: 'blobIsBroken'; readonly hash: BlobHash }
  | SaveFailure

/**
 * Photos and files, sealed beside the documents; their bytes never enter one. The order is: keep the bytes, then run the command that names them by their
 * hash; what no record names a day later is removed.
 */
export type Blobs = {
  /**
   * Keeps bytes, at most 10 MB, once per document however often they come. Resolves when they are on the disk. A full disk is a refusal (`storageFull`), and
   * nothing is changed then: the reserve is for edits.
   */
  keep(document: DocumentName, bytes: Uint8Array): Promise<Result<BlobHash, BlobRefusal>>
  /** The plain bytes, checked against their hash. What another document here or a snapshot has is found too, and kept here from then on. */
  read(document: DocumentName, hash: BlobHash): Promise<Result<Bytes, BlobRefusal>>
  /** What is kept, of one document or of all; nothing is opened for it. */
  list(document?: DocumentName): Promise<readonly BlobInfo[]>
  /** Removes those of a document that were last kept before `keptBefore`, milliseconds UTC. */
  remove(document: DocumentName, hashes: readonly BlobHash[], keptBefore: number): Promise<void>
}
