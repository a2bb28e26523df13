import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint8Array } from 'lib0/encoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, ownBytes, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { currentAlg, currentFormat, encodeHeader, isHeader, readHeader, type EntryHeader } from './header.ts'
import { readBytes, readWhole } from './read-whole.ts'
import type { EntryRefusal } from './refusal.ts'

export const signatureLength = 64
export const tagLength = 16

/**
 * An entry taken apart, nothing checked but its form.
 * Layout: header, varint length and ciphertext, Ed25519 signature of all bytes before it.
 */
export type EntryParts = Readonly<{
  header: EntryHeader
  /** The header's bytes: additional data of the seal. */
  headerBytes: Bytes
  /** AES-256-GCM ciphertext with its tag; in membership entries the payload itself. */
  ciphertext: Bytes
  /** The bytes the signature covers. */
  signed: Bytes
  signature: Bytes
}>

/** Header and ciphertext: everything that is signed. */
export const encodeSigned = (headerBytes: Bytes, ciphertext: Bytes): Bytes => {
  const encoder = createEncoder()
  writeUint8Array(encoder, headerBytes)
  writeVarUint8Array(encoder, ciphertext)
  return toUint8Array(encoder)
}

/** Format and algorithm stand first, so that bytes of a newer app are known as such whatever follows. */
const refuseUnknownForm = (bytes: Bytes): EntryRefusal | undefined => {
  const decoder = createDecoder(bytes)
  try {
    const format = readVarUint(decoder)
    if (format > currentFormat) return { because: 'entry has a newer format', format }
    if (format < currentFormat) return { because: 'entry is malformed' }
    const alg = readVarUint(decoder)
    if (alg > currentAlg) return { because: 'entry has a newer algorithm', alg }
    return alg < currentAlg ? { because: 'entry is malformed' } : undefined
  } catch {
    return { because: 'entry is malformed' }
  }
}

const readParts = (bytes: Bytes): EntryParts | undefined =>
  readWhole(bytes, decoder => {
    const header = readHeader(decoder)
    const headerBytes = bytes.slice(0, decoder.pos)
    const ciphertext = ownBytes(readVarUint8Array(decoder))
    const signed = bytes.slice(0, decoder.pos)
    return { header, headerBytes, ciphertext, signed, signature: readBytes(decoder, signatureLength) }
  })

/** One meaning has one form: a padded varint or a list out of order would let two byte strings claim to be one entry. */
const isCanonical = ({ header, headerBytes, ciphertext, signed }: EntryParts): boolean =>
  isHeader(header) &&
  equalBytes(encodeHeader(header), headerBytes) &&
  equalBytes(encodeSigned(headerBytes, ciphertext), signed)

const fits = ({ header, ciphertext }: EntryParts): boolean => {
  const tag = header.kind === 'membership' ? 0 : tagLength
  return ciphertext.length >= tag && ciphertext.length <= caps.updateBytes + tag
}

/**
 * Takes an entry apart. In: bytes from anywhere. Out: its parts, or why they are no entry; never an exception.
 * Signature and seal are not looked at here (see `openEntry`).
 */
export const decodeEntry = (bytes: Uint8Array): Result<EntryParts, EntryRefusal> => {
  if (bytes.length > caps.entryBytes) {
    return refuse({ because: 'entry is too large', bytes: bytes.length, cap: caps.entryBytes })
  }
  const own = ownBytes(bytes)
  const unknown = refuseUnknownForm(own)
  if (unknown) return refuse(unknown)
  const parts = readParts(own)
  return parts && isCanonical(parts) && fits(parts) ? ok(parts) : refuse({ because: 'entry is malformed' })
}
