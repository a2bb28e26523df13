import type { DocumentName } from '../domain/kernel/record.ts'
import { nextStamp } from '../domain/kernel/stamp.ts'
import { noHash, toHex, type Bytes } from '../journal/bytes.ts'
import { cutCheckpoint } from '../journal/checkpoint.ts'
import { sealEntry } from '../journal/seal.ts'
import type { HeadRow } from './database.ts'
import type { Identity } from './identity.ts'

type Whole = Readonly<{ state: Bytes; digest: Bytes; rows: readonly HeadRow[] }>
type Writer = Readonly<{ identity: Identity; now: number }>

/**
 * A document's state as entries that this device signs, so that others can begin with it: a chain of their own, `seq` is the part. In:
 * the state, its digest, and the heads it covers. Undefined where it is too large for a checkpoint.
 */
export const sealCheckpoint = async (
  document: DocumentName,
  { state, digest, rows }: Whole,
  { identity, now }: Writer,
): Promise<readonly Bytes[] | undefined> => {
  const heads = rows.map(({ ref, clocks }) => ({ ...ref, clients: clientsOf(clocks) }))
  const parts = cutCheckpoint({ heads, digest, state })
  if (!parts.ok) return undefined
  const { epoch, key, membership } = await identity.sealingKey(document, now)
  const keys = { signing: identity.keys.signing.privateKey, epoch: key }
  const id = `checkpoint-${toHex(digest.slice(0, 6))}`
  const entries: Bytes[] = []
  let prev = noHash()
  for (const [index, bytes] of parts.value.entries()) {
    const sealed = await sealEntry(
      {
        kind: 'checkpoint',
        workspace: identity.membership.workspace,
        document,
        device: identity.keys.id,
        seq: index + 1,
        prev,
        deps: [],
        stamp: nextStamp(Math.max(0, ...rows.map(({ stamp }) => stamp)), now),
        membership,
        keyEpoch: epoch,
        clients: [],
        command: { id, part: index + 1, parts: parts.value.length },
      },
      bytes,
      keys,
    )
    if (!sealed.ok) return undefined
    entries.push(sealed.value.bytes)
    prev = sealed.value.hash
  }
  return entries
}

const clientsOf = (clocks: HeadRow['clocks']): readonly number[] =>
  Object.keys(clocks)
    .map(Number)
    .sort((a, b) => a - b)
