import { readUint8, readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { hashLength, joinBytes, ownBytes, sha256, textBytes, type Bytes } from '../journal/bytes.ts'
import { caps } from '../journal/caps.ts'
import { signatureLength } from '../journal/entry.ts'
import { readBytes, readHash, readList, readWhole } from '../journal/read-whole.ts'

export const pairingTypes = { hello: 21, proof: 22, admission: 23, joined: 24, rootAsked: 25, rootSpoken: 26 } as const
export const pairingVersion = 1

/**
 * The first message of both sides of a pairing; the inviting side speaks first.
 *
 * | bytes | what |
 * |---|---|
 * | 1, varint | type 21, version 1 |
 * | 32, 32 | the device's Ed25519 and X25519 public keys |
 * | 32 | the invited side's nonce; of the inviting side only SHA-256 of `lotse/commit/1\0` and its nonce |
 * | varint, n | how the device is to be called, at most 64 characters, for people to read |
 */
export type PairingHello = Readonly<{
  version: number
  signingPublic: Bytes
  sealingPublic: Bytes
  nonce: Bytes
  label: string
}>

export const longestLabel = 64
/** Signs that hide, turn or break text. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** A label as it may be sent: on one line, without hidden signs, not too long. */
export const labelOf = (text: string): string =>
  [...text.replaceAll(new RegExp(unseen, 'gu'), ' ').trim()].slice(0, longestLabel).join('')

const isLabel = (label: string): boolean => [...label].length <= longestLabel && !unseen.test(label)

export const encodePairingHello = (hello: PairingHello): Bytes => {
  const encoder = createEncoder()
  writeUint8(encoder, pairingTypes.hello)
  writeVarUint(encoder, hello.version)
  for (const part of [hello.signingPublic, hello.sealingPublic, hello.nonce]) writeUint8Array(encoder, part)
  writeVarString(encoder, hello.label)
  return toUint8Array(encoder)
}

const readHello = (decoder: Decoder): PairingHello => {
  readUint8(decoder)
  return {
    version: readVarUint(decoder),
    signingPublic: readHash(decoder),
    sealingPublic: readHash(decoder),
    nonce: readHash(decoder),
    label: readVarString(decoder),
  }
}

export const decodePairingHello = (message: Bytes): PairingHello | undefined => {
  const hello = readWhole(message, readHello)
  return hello && isLabel(hello.label) ? hello : undefined
}

/** What the inviting side says of its nonce before it has heard the other one's: it cannot choose it to make six digits fit. */
export const commitmentTo = (nonce: Bytes): Promise<Bytes> => sha256(joinBytes(textBytes('lotse/commit/1\0'), nonce))

/** Type 22; the inviting side's nonce, of the invited side nothing; HMAC (32 bytes) and Ed25519 signature (64) of the transcript. */
export type PairingProof = Readonly<{ nonce: Bytes; mac: Bytes; signature: Bytes }>

export const encodePairingProof = ({ nonce, mac, signature }: PairingProof): Bytes =>
  joinBytes(Uint8Array.of(pairingTypes.proof), nonce, mac, signature)

/** `nonceLength`: 32 of the inviting side, 0 of the invited one. */
export const decodePairingProof = (message: Bytes, nonceLength: 0 | typeof hashLength): PairingProof | undefined =>
  readWhole(message, decoder => {
    readUint8(decoder)
    return {
      nonce: readBytes(decoder, nonceLength),
      mac: readHash(decoder),
      signature: readBytes(decoder, signatureLength),
    }
  })

/** What makes a device a member: the workspace's id and its membership entries, as the membership log has them. */
export type Admission = Readonly<{ workspace: Bytes; entries: readonly Bytes[] }>

/** Of a message: 32 MiB hold as many of the largest. */
const mostEntries = Math.floor((32 * 1024 * 1024) / caps.entryBytes) * 8

/** Type 23, the workspace's id, and the entries, each with its length before it. */
export const encodeAdmission = ({ workspace, entries }: Admission): Bytes => {
  const encoder = createEncoder()
  writeUint8(encoder, pairingTypes.admission)
  writeUint8Array(encoder, workspace)
  writeVarUint(encoder, entries.length)
  for (const entry of entries) writeVarUint8Array(encoder, entry)
  return toUint8Array(encoder)
}

export const decodeAdmission = (message: Bytes): Admission | undefined =>
  readWhole(message, decoder => {
    readUint8(decoder)
    const workspace = readHash(decoder)
    return { workspace, entries: readList(decoder, mostEntries, () => ownBytes(readVarUint8Array(decoder))) }
  })
