import { refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, isNoHash, type Bytes } from '../journal/bytes.ts'
import { joinCheckpoint, type Checkpoint } from '../journal/checkpoint.ts'
import type { SeriesRefusal } from '../journal/refusal.ts'
import { inspectEntry, type Candidate, type Unbelieved } from './candidate.ts'
import type { EntryCrypto } from './entry-crypto.ts'
import type { DeviceId } from '../workspace/journal-port.ts'
import type { Members } from './members-port.ts'

export type CheckpointRefusal =
  | Unbelieved
  | SeriesRefusal
  | { readonly because: 'checkpoint is not vouched for' }
  | { readonly because: 'checkpoint cannot be opened' }

export type CheckpointPlace = Readonly<{
  workspace: Bytes
  document: string
  members: Pick<Members, 'mayVouch'>
  crypto: EntryCrypto
  /** Who brought it. */
  from: DeviceId
}>

/**
 * Reads a checkpoint from its entries, which are a chain of their own: `seq` is the part, `prev` the part before. In: all of them, in
 * any order. Refuses parts that are missing, of different wholes or of a writer whose word is not enough; `checkpoint is incomplete`
 * names the parts that are still to come.
 */
export const readCheckpoint = async (
  entries: readonly Bytes[],
  place: CheckpointPlace,
): Promise<Result<Checkpoint, CheckpointRefusal>> => {
  const parts: Candidate[] = []
  for (const looked of await Promise.all(entries.map(bytes => inspectEntry(bytes, place.from, place.crypto)))) {
    if (!looked.ok) return looked
    parts.push(looked.value)
  }
  parts.sort((a, b) => a.parts.header.seq - b.parts.header.seq)
  if (!parts.every((part, index) => belongs(part, parts[index - 1], place)))
    return refuse({ because: 'checkpoint is not vouched for' })
  const opened = parts.flatMap(({ opened, parts: { header } }) =>
    opened?.ok && header.command ? [{ ...header.command, bytes: opened.value }] : [],
  )
  return opened.length === parts.length ? joinCheckpoint(opened) : refuse({ because: 'checkpoint cannot be opened' })
}

const belongs = (part: Candidate, before: Candidate | undefined, place: CheckpointPlace): boolean => {
  const { header } = part.parts
  const isNext = before
    ? before.device === part.device &&
      (before.parts.header.seq + 1 < header.seq || equalBytes(before.hash, header.prev)) &&
      before.parts.header.command?.id === header.command?.id
    : header.seq > 1 || isNoHash(header.prev)
  return (
    header.kind === 'checkpoint' &&
    equalBytes(header.workspace, place.workspace) &&
    header.document === place.document &&
    header.seq === header.command?.part &&
    isNext &&
    part.opened !== undefined &&
    place.members.mayVouch(part.device, place.document)
  )
}
