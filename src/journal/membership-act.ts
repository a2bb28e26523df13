import { readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
  type Encoder,
} from 'lib0/encoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { compareBytes, ownBytes, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { certifyDevice, readCertificate, writeCertificate, type DeviceCertificate } from './certificate.ts'
import type { DevicePublic, RootKeys } from './keys.ts'
import { readHash, readList, readWhole } from './read-whole.ts'
import type { KeyRefusal, MembershipRefusal } from './refusal.ts'
import { epochPlace, wrapSecret } from './wrap.ts'

/** A document's key of one epoch, wrapped for each device that may open it, ordered by device. */
export type EpochKeys = Readonly<{
  document: string
  epoch: number
  wrapped: readonly Readonly<{ device: Bytes; secret: Bytes }>[]
}>

/** What a membership entry says. Later acts (invite, certify, remove, next epoch) get numbers of their own; numbers are never reused. */
export type MembershipAct =
  | Readonly<{ act: 'found'; rootKey: Bytes; certificate: DeviceCertificate; keys: EpochKeys }>
  | Readonly<{ act: 'open document'; keys: EpochKeys }>

const found = 1
const openDocument = 2
export const firstEpoch = 1

/** The document every member reads. Its first key comes with the founding. */
export const workspaceDocument = 'workspace#1'

const writeEpochKeys = (encoder: Encoder, { document, epoch, wrapped }: EpochKeys): void => {
  writeVarString(encoder, document)
  writeVarUint(encoder, epoch)
  writeVarUint(encoder, wrapped.length)
  for (const { device, secret } of wrapped) {
    writeUint8Array(encoder, device)
    writeVarUint8Array(encoder, secret)
  }
}

const readEpochKeys = (decoder: Decoder): EpochKeys => ({
  document: readVarString(decoder),
  epoch: readVarUint(decoder),
  wrapped: readList(decoder, caps.wrappedKeys, () => ({
    device: readHash(decoder),
    secret: ownBytes(readVarUint8Array(decoder)),
  })),
})

/** The payload of a membership entry. */
export const encodeAct = (act: MembershipAct): Bytes => {
  const encoder = createEncoder()
  if (act.act === 'found') {
    writeVarUint(encoder, found)
    writeUint8Array(encoder, act.rootKey)
    writeCertificate(encoder, act.certificate)
  } else {
    writeVarUint(encoder, openDocument)
  }
  writeEpochKeys(encoder, act.keys)
  return toUint8Array(encoder)
}

const readAct = (decoder: Decoder): MembershipAct =>
  readVarUint(decoder) === found
    ? {
        act: 'found',
        rootKey: readHash(decoder),
        certificate: readCertificate(decoder),
        keys: readEpochKeys(decoder),
      }
    : { act: 'open document', keys: readEpochKeys(decoder) }

/** Reads a membership entry's payload. Never throws; an act of a newer app is refused by its number. */
export const decodeAct = (payload: Bytes): Result<MembershipAct, MembershipRefusal> => {
  const code = readWhole(payload.slice(0, 1), readVarUint)
  if (code !== undefined && code > openDocument) return refuse({ because: 'membership has a newer act', act: code })
  const act = code ? readWhole(payload, readAct) : undefined
  return act ? ok(act) : refuse({ because: 'membership is malformed' })
}

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

/** The first act of a workspace: its root key, the founder's device, and the first key of the document every member reads. */
export const foundWorkspace = async (
  root: RootKeys,
  device: DevicePublic,
  person: string,
  secret: Uint8Array,
): Promise<Result<MembershipAct, KeyRefusal>> => {
  const place = { workspace: root.workspace, document: workspaceDocument, epoch: firstEpoch }
  const keys = await wrapEpoch(place, secret, [device])
  if (!keys.ok) return keys
  const certificate = await certifyDevice(root, device, person)
  return ok({ act: 'found', rootKey: root.publicKey, certificate, keys: keys.value })
}
