import type { BlobHash } from '../domain/attachments/attachment.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import { allRecords } from '../domain/records.ts'
import { originKey } from './archive.ts'
import type { BlobRefusal } from './blob-port.ts'
import type { Archive, ArchiveBlob } from './exchange-port.ts'
import { namedBlobs } from './named-blobs.ts'
import { planRestore, restoreRecords, type RestorePlan } from './restore.ts'
import { rememberRestored } from './restored-past.ts'
import type { Done, SessionRefusal } from './session.ts'
import type { Workspace } from './workspace.ts'

/** A photo or file that is named but neither here nor in the archive, or that could not be kept. */
export type MissingBlob = Readonly<{ document: DocumentName; hash: BlobHash; because: BlobRefusal['because'] }>

/** The dry run of a restore. `blobs`: how many photos and files it would bring. */
export type Comparison = RestorePlan & Readonly<{ blobs: number }>

/** What was restored, and which photos and files are missing in it. */
export type Restored = Done & Readonly<{ missing: readonly MissingBlob[] }>

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
  const isEmpty = Object.values(here).every(plain => Object.keys(plain).length === 0)
  if (isEmpty) await workspace.notes.set(originKey, archive.workspace)
  const result = await workspace.run(restoreRecords, { changes })
  if (!result.ok) return result
  await rememberRestored(workspace, now, isEmpty ? 'everything' : changes).catch(() => undefined)
  return ok({ ...result.value, missing })
}
