import { readUint8, readVarString, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8, writeUint8Array, writeVarString } from 'lib0/encoding'
import type { Bytes } from '../journal/bytes.ts'
import type { DeviceKeys, DevicePublic } from '../journal/keys.ts'
import { readBytes, readWhole } from '../journal/read-whole.ts'
import type { Whereabouts } from '../workspace/presence.ts'
import { openFrom, sealFor } from './word-for.ts'

/**
 * Where somebody looks, as one device tells it to another over their own link: signed by the one, sealed for the other (`word-for.ts`,
 * kind `presence`). It travels in `presence` and nowhere else.
 *
 * | bytes | what |
 * |---|---|
 * | 8 | when, milliseconds UTC by the sender's clock, big endian: the later one holds |
 * | 1 | 0 nowhere any more, 1 in the team, 2 at its board |
 * | n | name of the document, empty for nowhere; id of the open card, empty for none |
 */
export type Told = Readonly<{ at: number; place: Whereabouts | undefined }>

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

const read = (decoder: Decoder): Told => {
  const at = Number(new DataView(readBytes(decoder, 8).buffer).getBigUint64(0))
  const kind = readUint8(decoder)
  if (kind > 2) throw new RangeError('unknown presence')
  const [document, card] = [readVarString(decoder), readVarString(decoder)]
  const place = kind === 0 ? undefined : { document, isOnBoard: kind === 2, card: card || undefined }
  return { at, place }
}

/** Signs and seals. Undefined where the other device has no key that can be agreed with. */
export const sealWhereabouts = (
  told: Told,
  keys: Pick<DeviceKeys, 'id' | 'signing'>,
  to: Pick<DevicePublic, 'id' | 'sealingPublic'>,
  workspace: Bytes,
): Promise<Bytes | undefined> => sealFor({ kind: 'presence', workspace }, encode(told), keys, to)

/** Opens what a device has told this one. Undefined for whatever is not from this sender to this device. */
export const openWhereabouts = async (
  sealed: Uint8Array,
  keys: Pick<DeviceKeys, 'id' | 'sealing'>,
  from: Readonly<{ id: Bytes; verifyKey: CryptoKey }>,
  workspace: Bytes,
): Promise<Told | undefined> => {
  const body = await openFrom({ kind: 'presence', workspace }, sealed, keys, from)
  return body && readWhole(body, read)
}
