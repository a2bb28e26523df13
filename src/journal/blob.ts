import { createDecoder, readVarString, readVarUint, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, joinBytes, ownBytes, sha256, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { tagLength } from './entry.ts'
import { currentAlg, nonceLength } from './header.ts'
import { readBytes, readHash, readWhole } from './read-whole.ts'
import type { BlobSealRefusal } from './refusal.ts'
import type { Keyring } from './seal.ts'

export const blobFormat = 1

/** Where a blob belongs. `workspace` is the SHA-256 of the root public key; `keyEpoch` counts from 1. */
export type BlobPlace = Readonly<{ workspace: Bytes; document: string; keyEpoch: number }>

/** What is asked for: `hash` is the SHA-256 of the plain bytes, as the record that names the blob has it. */
export type BlobAsked = Readonly<{ workspace: Bytes; document: string; hash: Bytes }>

type Head = BlobPlace & Readonly<{ nonce: Bytes }>

const encodeHead = ({ workspace, document, keyEpoch, nonce }: Head): Bytes => {
  const encoder = createEncoder()
  writeVarUint(encoder, blobFormat)
  writeVarUint(encoder, currentAlg)
  writeUint8Array(encoder, workspace)
  writeVarString(encoder, document)
  writeVarUint(encoder, keyEpoch)
  writeUint8Array(encoder, nonce)
  return toUint8Array(encoder)
}

/** The hash is bound by the seal but never stands beside it: who only sees sealed bytes cannot try a known file against it. */
const parameters = (head: Bytes, nonce: Bytes, hash: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv: nonce,
  additionalData: joinBytes(head, hash),
})

/**
 * The length a blob shows to outsiders: Padmé (Nikitin et al., PETS 2019) keeps the first bits of a length and rounds the rest up. At most 12 %
 * longer, below 3 % for photos; a file is then not known by its exact size.
 */
export const paddedLength = (length: number): number => {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1))
  return step > 1 ? Math.ceil(length / step) * step : length
}

const padded = (plain: Uint8Array): Bytes => {
  const encoder = createEncoder()
  writeVarUint(encoder, plain.length)
  const length = toUint8Array(encoder)
  const whole = new Uint8Array(paddedLength(length.length + plain.length))
  whole.set(length)
  whole.set(plain, length.length)
  return whole
}

const unpadded = (whole: Bytes): Bytes | undefined => {
  const decoder = createDecoder(whole)
  try {
    return readBytes(decoder, readVarUint(decoder))
  } catch {
    return undefined
  }
}

/**
 * Seals a photo or file with its document's epoch key.
 * Out: `hash`, the SHA-256 of the plain bytes, by which records name it; and `sealed`: varints format and algorithm, workspace (32 bytes), document
 * (string), epoch (varint), nonce (12), then the AES-256-GCM ciphertext of varint length, bytes and zeros up to the padded length.
 * Additional data are all bytes before the ciphertext and the hash. The nonce is random unless a test gives one. Refuses over 10 MB.
 */
export const sealBlob = async (
  plain: Uint8Array,
  place: BlobPlace,
  key: CryptoKey,
  nonce: Bytes = crypto.getRandomValues(new Uint8Array(nonceLength)),
): Promise<Result<Readonly<{ hash: Bytes; sealed: Bytes }>, BlobSealRefusal>> => {
  const { blobBytes: cap } = caps
  if (plain.length > cap) return refuse({ because: 'blob is too large', bytes: plain.length, cap })
  const own = ownBytes(plain)
  const hash = await sha256(own)
  const head = encodeHead({ ...place, nonce })
  const ciphertext = await crypto.subtle.encrypt(parameters(head, nonce, hash), key, padded(own))
  return ok({ hash, sealed: joinBytes(head, new Uint8Array(ciphertext)) })
}

type Parts = Readonly<{ head: Head; headBytes: Bytes; ciphertext: Bytes }>

const readHead = (decoder: Decoder): Head => ({
  workspace: readHash(decoder),
  document: readVarString(decoder),
  keyEpoch: readVarUint(decoder),
  nonce: readBytes(decoder, nonceLength),
})

const readParts = (bytes: Bytes): Parts | undefined =>
  readWhole(bytes, decoder => {
    decoder.pos = formatBytes
    const head = readHead(decoder)
    const headBytes = bytes.slice(0, decoder.pos)
    return { head, headBytes, ciphertext: readBytes(decoder, bytes.length - decoder.pos) }
  })

/** Format and algorithm stand first, one byte each, so that bytes of a newer app are known as such whatever follows. */
const formatBytes = 2
const isNewer = ([format = 0, alg = 0]: Bytes): boolean => format > blobFormat || alg > currentAlg

const most = paddedLength(caps.blobBytes + 8) + tagLength

/** Opens what can be opened; the caller looks whether it is what was asked for. */
const decrypt = async (
  { head, headBytes, ciphertext }: Parts,
  key: CryptoKey,
  hash: Bytes,
): Promise<Bytes | undefined> => {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(headBytes, head.nonce, hash), key, ciphertext))
  } catch {
    return undefined
  }
}

/**
 * Checks and opens a sealed blob. In: bytes from anywhere, what was asked for, the keys known here. Out: the plain bytes, and they are the ones
 * meant; or why not. `blob is another`: sealed for another document, or something else under this name.
 */
export const openBlob = async (
  bytes: Uint8Array,
  { workspace, document, hash }: BlobAsked,
  epochKeys: Keyring['epochKeys'],
): Promise<Result<Bytes, BlobSealRefusal>> => {
  const own = ownBytes(bytes)
  if (isNewer(own)) return refuse({ because: 'blob has a newer format' })
  const parts = readParts(own)
  if (!parts || parts.ciphertext.length > most) return refuse({ because: 'blob is malformed' })
  const { head } = parts
  if (head.document !== document || !equalBytes(head.workspace, workspace))
    return refuse({ because: 'blob is another' })
  const keys = epochKeys(document, head.keyEpoch)
  if (keys.length === 0) return refuse({ because: 'key is missing', document, epoch: head.keyEpoch })
  const opened = await Promise.all(keys.map(key => decrypt(parts, key, hash)))
  const whole = opened.find(bytes => bytes !== undefined)
  if (!whole) return refuse({ because: 'seal is broken' })
  const plain = unpadded(whole)
  // Whoever holds the key could seal something else under this name.
  return plain && equalBytes(await sha256(plain), hash) ? ok(plain) : refuse({ because: 'blob is another' })
}
