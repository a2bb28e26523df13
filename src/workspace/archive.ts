import { digestOf } from '../document/canonical.ts'
import type { BlobHash } from '../domain/attachments/attachment.ts'
import { allRecords } from '../domain/records.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { ownBytes } from '../journal/bytes.ts'
import type { BlobRefusal } from './blob-port.ts'
import type { Archive, ArchiveBlob } from './exchange-port.ts'
import { namedBlobs } from './named-blobs.ts'
import { planRestore, restoreRecords, type RestorePlan } from './restore.ts'
import type { Done, SessionRefusal, Workspace } from './workspace.ts'

const originKey = 'origin'

/** A photo or file that is named but neither here nor in the archive, or that could not be kept. */
export type MissingBlob = Readonly<{ document: DocumentName; hash: BlobHash; because: BlobRefusal['because'] }>

/** The dry run of a restore. `blobs`: how many photos and files it would bring. */
export type Comparison = RestorePlan & Readonly<{ blobs: number }>

/** What was restored, and which photos and files are missing in it. */
export type Restored = Done & Readonly<{ missing: readonly MissingBlob[] }>

/** Everything a workspace holds, as an archive. It names the workspace in which the records began. Photos and files are read when they are wanted. */
export const archiveOf = async (workspace: Workspace): Promise<Archive> => {
  const [origin, documents] = [await workspace.notes.get(originKey), await workspace.plain()]
  const archive = { workspace: typeof origin === 'string' ? origin : workspace.id, documents }
  const blobs = await heldBlobs(workspace, archive)
  return blobs.size > 0 ? { ...archive, blobs } : archive
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

/** Named by the archive and not kept here yet. */
const wantedBlobs = async (
  { blobs }: Pick<Workspace, 'blobs'>,
  archive: Archive,
): Promise<readonly (readonly [DocumentName, BlobHash])[]> => {
  const wanted: [DocumentName, BlobHash][] = []
  for (const [document, named] of namedBlobs(archive.documents)) {
    const here = new Set((await blobs.list(document)).map(({ hash }) => hash))
    for (const hash of named) if (!here.has(hash)) wanted.push([document, hash])
  }
  return wanted
}

/** The dry run: what restoring an archive here would change. `now`: milliseconds UTC. */
export const compareArchive = async (workspace: Workspace, archive: Archive, now: number): Promise<Comparison> => {
  const plan = planRestore(await workspace.plain(), archive.documents, allRecords, { now, actor: workspace.actor })
  const wanted = await wantedBlobs(workspace, archive)
  return { ...plan, blobs: wanted.filter(([, hash]) => archive.blobs?.has(hash)).length }
}

/** One photo or file into its document: from the archive, otherwise from wherever this device has it. */
const bring = async (
  workspace: Workspace,
  [document, hash]: readonly [DocumentName, BlobHash],
  from: ArchiveBlob | undefined,
): Promise<BlobRefusal['because'] | undefined> => {
  const bytes = await from?.arrayBuffer().catch(() => undefined)
  const brought = bytes && (await workspace.blobs.keep(document, new Uint8Array(bytes)))
  if (brought && !brought.ok) return brought.refusal.because
  const found = brought?.value === hash || (await workspace.blobs.read(document, hash))
  return found === true || found.ok ? undefined : found.refusal.because
}

/**
 * Restores an archive as new edits of one command, its photos and files before the records that name them. Into a workspace without records it comes as it is,
 * with the same record ids, and what is archived again later is the same file. A photo that cannot be brought does not keep the records back; it is told, and
 * restoring the same archive once more tries it again.
 */
export const restoreArchive = async (
  workspace: Workspace,
  archive: Archive,
  now: number,
): Promise<Result<Restored, SessionRefusal>> => {
  const missing: MissingBlob[] = []
  for (const wanted of await wantedBlobs(workspace, archive)) {
    const because = await bring(workspace, wanted, archive.blobs?.get(wanted[1]))
    if (because) missing.push({ document: wanted[0], hash: wanted[1], because })
  }
  const here = await workspace.plain()
  const { changes } = planRestore(here, archive.documents, allRecords, { now, actor: workspace.actor })
  if (Object.values(here).every(plain => Object.keys(plain).length === 0))
    await workspace.notes.set(originKey, archive.workspace)
  const result = await workspace.run(restoreRecords, { changes })
  return result.ok ? ok({ ...result.value, missing }) : result
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
