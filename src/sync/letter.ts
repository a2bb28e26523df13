import { readUint32BigEndian, readUint8, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint32BigEndian, writeUint8, writeUint8Array } from 'lib0/encoding'
import { joinBytes, type Bytes } from '../journal/bytes.ts'
import { caps } from '../journal/caps.ts'
import type { DeviceKeys, DevicePublic } from '../journal/keys.ts'
import { readBytes, readWhole } from '../journal/read-whole.ts'
import { encodeDescription, readDescription, shortlist, type SessionDescription } from './session-description.ts'
import { openFrom, sealFor } from './word-for.ts'

/**
 * What two members who cannot reach each other yet tell each other through somebody else: how a channel between them is opened. Signed
 * by the one, sealed for the other (`word-for.ts`, kind `letter`).
 *
 * | bytes | what |
 * |---|---|
 * | 1 | offer 1, answer 2 |
 * | 16 | number of the attempt, made by who offers |
 * | 4 | when it was written, in seconds UTC, big endian |
 * | n | session description, at most four candidates |
 */
export type Letter = Readonly<{
  kind: (typeof kinds)[number]
  attempt: Bytes
  /** Milliseconds UTC, whole seconds. */
  written: number
  description: SessionDescription
}>

const kinds = ['offer', 'answer'] as const
const attemptLength = 16
/** What leaves room for seal and signature. */
const mostCandidates = 4
/** A letter that lay about for longer tells of a channel that nobody waits for any more. */
const lasts = 60_000

export const newAttempt = (): Bytes => crypto.getRandomValues(new Uint8Array(attemptLength))

const encodeLetter = ({ kind, attempt, written, description }: Letter): Bytes => {
  const encoder = createEncoder()
  writeUint8(encoder, kinds.indexOf(kind) + 1)
  writeUint8Array(encoder, attempt)
  writeUint32BigEndian(encoder, Math.floor(written / 1000))
  const candidates = shortlist(description.candidates, mostCandidates)
  return joinBytes(toUint8Array(encoder), encodeDescription({ ...description, candidates }))
}

const readLetter = (decoder: Decoder): Letter => {
  const kind = kinds[readUint8(decoder) - 1]
  if (!kind) throw new RangeError('unknown letter')
  const attempt = readBytes(decoder, attemptLength)
  const written = readUint32BigEndian(decoder) * 1000
  return { kind, attempt, written, description: readDescription(decoder) }
}

/** Signs and seals a letter. Undefined where the other device has no key that can be agreed with. */
export const sealLetter = (
  letter: Letter,
  keys: Pick<DeviceKeys, 'id' | 'signing'>,
  to: Pick<DevicePublic, 'id' | 'sealingPublic'>,
  workspace: Bytes,
): Promise<Bytes | undefined> => sealFor({ kind: 'letter', workspace }, encodeLetter(letter), keys, to)

/**
 * Opens a letter that somebody has carried here. In: this device's keys, the sender's id and verify key, `now` in milliseconds UTC. Undefined
 * for whatever is not a letter of this sender to this device, and for one that is too old; clocks may differ by five minutes.
 */
export const openLetter = async (
  sealed: Uint8Array,
  keys: Pick<DeviceKeys, 'id' | 'sealing'>,
  from: Readonly<{ id: Bytes; verifyKey: CryptoKey }>,
  { workspace, now }: Readonly<{ workspace: Bytes; now: number }>,
): Promise<Letter | undefined> => {
  const body = await openFrom({ kind: 'letter', workspace }, sealed, keys, from)
  const letter = body && readWhole(body, readLetter)
  return letter && Math.abs(now - letter.written) <= lasts + caps.clockAhead ? letter : undefined
}
