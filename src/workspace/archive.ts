import { digestOf } from '../document/canonical.ts'
import type { BlobHash } from '../domain/attachments/attachment.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { ownBytes } from '../journal/bytes.ts'
import type { Archive, ArchiveBlob } from './exchange-port.ts'
import { namedBlobs } from './named-blobs.ts'
import type { Workspace } from './workspace.ts'

/** The note of the workspace in which the records here began, where it was another one. */
export const originKey = 'origin'

/** The workspace in which the records of this one began: itself, or the one whose backup it is. */
export const originOf = async ({ id, notes }: Workspace): Promise<string> => {
  const origin = await notes.get(originKey)
  return typeof origin === 'string' ? origin : id
}

/** Everything a workspace holds, as an archive. It names the workspace in which the records began. Photos and files are read when they are wanted. */
export const archiveOf = async (workspace: Workspace): Promise<Archive> => {
  const archive = { workspace: await originOf(workspace), documents: await workspace.plain() }
  const blobs = await heldBlobs(workspace, archive)
  return blobs.size > 0 ? { ...archive, blobs } : archive
}

/** As `archiveOf`, and the archive outlives its workspace: photos and files are read now, those that cannot be read are left out. */
export const archiveApart = async (workspace: Workspace): Promise<Archive> => {
  const archive = await archiveOf(workspace)
  const blobs = new Map<BlobHash, ArchiveBlob>()
  for (const [hash, held] of archive.blobs ?? []) {
    const bytes = await held.arrayBuffer().catch(() => undefined)
    // A blob of the browser's can lie on the disk; together they may be larger than the memory.
    if (bytes) blobs.set(hash, new Blob([bytes]))
  }
  return { ...archive, blobs }
}

/** Those that lie here, by their hash, whichever document names them. */
const heldBlobs = async (
  workspace: Workspace,
  { documents }: Pick<Archive, 'documents'>,
): Promise<ReadonlyMap<BlobHash, ArchiveBlob>> => {
  const sizes = new Map((await workspace.blobs.list()).map(({ hash, size }) => [hash, size]))
  const held = new Map<BlobHash, ArchiveBlob>()
  for (const [document, named] of namedBlobs(documents))
    for (const hash of named) {
      const size = sizes.get(hash)
      if (size !== undefined) held.set(hash, { size, arrayBuffer: () => bufferOf(workspace, document, hash) })
    }
  return held
}

const bufferOf = async (workspace: Workspace, document: DocumentName, hash: BlobHash): Promise<ArrayBuffer> => {
  const read = await workspace.blobs.read(document, hash)
  if (!read.ok) throw new Error(read.refusal.because)
  return ownBytes(read.value).buffer
}

/**
 * SHA-256 over all records and over the hashes of all photos and files they name that can be read here: equal on two devices when both have the same, bytes
 * included. Opens every blob.
 */
export const digestWithBlobs = async (workspace: Workspace): Promise<string> => {
  const documents = await workspace.plain()
  const readable: [DocumentName, BlobHash][] = []
  for (const [document, named] of namedBlobs(documents))
    for (const hash of [...named].sort())
      if ((await workspace.blobs.read(document, hash)).ok) readable.push([document, hash])
  return digestOf({ documents, blobs: readable } as unknown as Parameters<typeof digestOf>[0])
}
