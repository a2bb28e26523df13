import { readUint8, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeUint8Array,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { hashLength, ownBytes, type Bytes } from '../journal/bytes.ts'
import { signatureLength } from '../journal/entry.ts'
import { readBytes, readHash, readList, readWhole } from '../journal/read-whole.ts'
import { doorEpochs } from './door-key.ts'

export const messageTypes = { hello: 1, proof: 2, open: 20 } as const
export const doorVersion = 1

/**
 * The first message of both sides.
 *
 * | bytes | what |
 * |---|---|
 * | 1 | type 1 |
 * | varint | version 1 |
 * | 32 | nonce |
 * | varint, 32 each | tags: HMAC-SHA-256 of the nonce with the door key of each of the last three epochs, the newest first |
 * | varint, n | chain of certificates, as the membership log reads it |
 */
export type Hello = Readonly<{ version: number; nonce: Bytes; tags: readonly Bytes[]; chain: Bytes }>

export const encodeHello = ({ version, nonce, tags, chain }: Hello): Bytes => {
  const encoder = createEncoder()
  writeUint8(encoder, messageTypes.hello)
  writeVarUint(encoder, version)
  writeUint8Array(encoder, nonce)
  writeVarUint(encoder, tags.length)
  for (const tag of tags) writeUint8Array(encoder, tag)
  writeVarUint8Array(encoder, chain)
  return toUint8Array(encoder)
}

const readHello = (decoder: Decoder): Hello => {
  readUint8(decoder)
  return {
    version: readVarUint(decoder),
    nonce: readBytes(decoder, hashLength),
    tags: readList(decoder, doorEpochs, () => readHash(decoder)),
    chain: ownBytes(readVarUint8Array(decoder)),
  }
}

/** The version alone, which stands where it always will. */
export const helloVersion = (message: Bytes): number | undefined =>
  readWhole(message.slice(1, 2), decoder => readVarUint(decoder))

export const decodeHello = (message: Bytes): Hello | undefined => readWhole(message, readHello)

/** Type 2 and an Ed25519 signature of the transcript. */
export const encodeProof = (signature: Bytes): Bytes => Uint8Array.of(messageTypes.proof, ...signature)

export const decodeProof = (message: Bytes): Bytes | undefined =>
  message.length === 1 + signatureLength ? message.slice(1) : undefined
