import { readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding'
import { ok, type Result } from '../domain/kernel/result.ts'
import { compareBytes, ownBytes, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { isDocumentName, membershipDocument } from './header.ts'
import type { DevicePublic } from './keys.ts'
import { isAscending } from './ordered.ts'
import { readHash, readList } from './read-whole.ts'
import type { KeyRefusal } from './refusal.ts'
import { epochPlace, wrapSecret } from './wrap.ts'

/** A document's key of one epoch, wrapped for each device that may open it, ordered by device. */
export type EpochKeys = Readonly<{
  document: string
  epoch: number
  wrapped: readonly Readonly<{ device: Bytes; secret: Bytes }>[]
}>

export const firstEpoch = 1

/** Writes keys where they stand in a membership entry; `readEpochKeys` is its other half. */
export const writeEpochKeys = (encoder: Encoder, { document, epoch, wrapped }: EpochKeys): void => {
  writeVarString(encoder, document)
  writeVarUint(encoder, epoch)
  writeVarUint(encoder, wrapped.length)
  for (const { device, secret } of wrapped) {
    writeUint8Array(encoder, device)
    writeVarUint8Array(encoder, secret)
  }
}

/** Throws on broken bytes; only for use inside `readWhole`. */
export const readEpochKeys = (decoder: Decoder): EpochKeys => ({
  document: readVarString(decoder),
  epoch: readVarUint(decoder),
  wrapped: readList(decoder, caps.wrappedKeys, () => ({
    device: readHash(decoder),
    secret: ownBytes(readVarUint8Array(decoder)),
  })),
})

/** A document that is sealed: every one but the membership log, which has no key. */
export const isSealedDocument = (name: string): boolean => isDocumentName(name) && name !== membershipDocument

/** A secret within its cap. */
export const isWrapped = ({ secret }: Readonly<{ secret: Bytes }>): boolean => secret.length <= caps.wrappedBytes

/** The rules epoch keys keep beyond their bytes: a sealed document, an epoch from 1, each device once and in order. */
export const areEpochKeys = ({ document, epoch, wrapped }: EpochKeys): boolean =>
  isSealedDocument(document) &&
  epoch >= firstEpoch &&
  wrapped.every(isWrapped) &&
  isAscending(wrapped, (a, b) => compareBytes(a.device, b.device))

/**
 * Wraps a document's new key for its devices. In: the key's 32 bytes (`makeEpochSecret`) and the readers' devices.
 * Refuses a device whose public key cannot be agreed with.
 */
export const wrapEpoch = async (
  place: Readonly<{ workspace: Bytes; document: string; epoch: number }>,
  secret: Uint8Array,
  devices: readonly Pick<DevicePublic, 'id' | 'sealingPublic'>[],
): Promise<Result<EpochKeys, KeyRefusal>> => {
  const { workspace, document, epoch } = place
  const wrapped: { device: Bytes; secret: Bytes }[] = []
  for (const { id, sealingPublic } of devices.toSorted((a, b) => compareBytes(a.id, b.id))) {
    const result = await wrapSecret(secret, sealingPublic, epochPlace(workspace, document, epoch))
    if (!result.ok) return result
    wrapped.push({ device: id, secret: result.value })
  }
  return ok({ document, epoch, wrapped })
}
