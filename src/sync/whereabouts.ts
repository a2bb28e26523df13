import { readUint8, readVarString, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8, writeUint8Array, writeVarString } from 'lib0/encoding'
import { joinBytes, textBytes, toHex, type Bytes } from '../journal/bytes.ts'
import { signatureLength } from '../journal/entry.ts'
import type { DeviceKeys, DevicePublic } from '../journal/keys.ts'
import { readBytes, readWhole } from '../journal/read-whole.ts'
import { unwrapSecret, wrapSecret } from '../journal/wrap.ts'
import type { Whereabouts } from '../workspace/presence.ts'
import type { Envelope } from './letter.ts'

/**
 * Where somebody looks, as one device tells it to another over their own link: signed by the one, sealed for the other (`wrapSecret`, place
 * `presence/<workspace>/<from>/<to>`, all in hexadecimal). It travels in `presence` and nowhere else.
 *
 * | bytes | what |
 * |---|---|
 * | 8 | when, milliseconds UTC by the sender's clock, big endian: the later one holds |
 * | 1 | 0 nowhere any more, 1 in the team, 2 at its board |
 * | n | name of the document, empty for nowhere; id of the open card, empty for none |
 * | 64 | Ed25519 over `lotse/presence/1\0`, workspace, from, to, and all before |
 */
export type Told = Readonly<{ at: number; place: Whereabouts | undefined }>

const placeOf = ({ workspace, from, to }: Envelope): string =>
  `presence/${toHex(workspace)}/${toHex(from)}/${toHex(to)}`

const signedBytes = ({ workspace, from, to }: Envelope, body: Bytes): Bytes =>
  joinBytes(textBytes('lotse/presence/1\0'), workspace, from, to, body)

const encode = ({ at, place }: Told): Bytes => {
  const moment = new Uint8Array(8)
  new DataView(moment.buffer).setBigUint64(0, BigInt(at))
  const encoder = createEncoder()
  writeUint8Array(encoder, moment)
  writeUint8(encoder, place ? (place.isOnBoard ? 2 : 1) : 0)
  writeVarString(encoder, place?.document ?? '')
  writeVarString(encoder, place?.card ?? '')
  return new Uint8Array(toUint8Array(encoder))
}

const read = (decoder: Decoder): Told & Readonly<{ signature: Bytes }> => {
  const at = Number(new DataView(readBytes(decoder, 8).buffer).getBigUint64(0))
  const kind = readUint8(decoder)
  if (kind > 2) throw new RangeError('unknown presence')
  const [document, card] = [readVarString(decoder), readVarString(decoder)]
  const place = kind === 0 ? undefined : { document, isOnBoard: kind === 2, card: card || undefined }
  return { at, place, signature: readBytes(decoder, signatureLength) }
}

/** Signs and seals. Undefined where the other device has no key that can be agreed with. */
export const sealWhereabouts = async (
  told: Told,
  keys: Pick<DeviceKeys, 'id' | 'signing'>,
  to: Pick<DevicePublic, 'id' | 'sealingPublic'>,
  workspace: Bytes,
): Promise<Bytes | undefined> => {
  const envelope = { workspace, from: keys.id, to: to.id }
  const body = encode(told)
  const signature = await crypto.subtle.sign('Ed25519', keys.signing.privateKey, signedBytes(envelope, body))
  const sealed = await wrapSecret(joinBytes(body, new Uint8Array(signature)), to.sealingPublic, placeOf(envelope))
  return sealed.ok ? sealed.value : undefined
}

/** Opens what a device has told this one. Undefined for whatever is not from this sender to this device. */
export const openWhereabouts = async (
  sealed: Uint8Array,
  keys: Pick<DeviceKeys, 'id' | 'sealing'>,
  from: Readonly<{ id: Bytes; verifyKey: CryptoKey }>,
  workspace: Bytes,
): Promise<Told | undefined> => {
  const envelope = { workspace, from: from.id, to: keys.id }
  const opened = await unwrapSecret(sealed, keys.sealing, placeOf(envelope))
  const told = opened.ok ? readWhole(opened.value, read) : undefined
  if (!opened.ok || !told) return undefined
  const body = opened.value.slice(0, -signatureLength)
  const isTheirs = await crypto.subtle.verify('Ed25519', from.verifyKey, told.signature, signedBytes(envelope, body))
  return isTheirs ? { at: told.at, place: told.place } : undefined
}
