import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { joinBytes, ownBytes, sha256, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { decodeEntry, encodeSigned, type EntryParts } from './entry.ts'
import {
  currentAlg,
  currentFormat,
  encodeHeader,
  isHeader,
  nonceLength,
  type EntryDraft,
  type EntryHeader,
} from './header.ts'
import type { EntryRefusal, SealRefusal } from './refusal.ts'

/** The writer's keys: the device's private Ed25519 key, and the document's epoch key; null in membership entries, which are not sealed. */
export type SealKeys = Readonly<{ signing: CryptoKey; epoch: CryptoKey | null }>

/** The reader's keys. `device` and `document` are asked for as the header names them; undefined means not known here. */
export type Keyring = Readonly<{
  verifyKey: (device: Bytes) => CryptoKey | undefined
  /** Several keys may have one epoch number: admins who were apart have each made the next. */
  epochKeys: (document: string, epoch: number) => readonly CryptoKey[]
  /** Whether there is a key of this epoch that is not here: then what none of the others opens may open one day. */
  lacksKey: (document: string, epoch: number) => boolean
}>

/** An entry as it lies in the journal and travels. `hash` is the SHA-256 of all its bytes, signature included. */
export type SealedEntry = Readonly<{ bytes: Bytes; hash: Bytes; header: EntryHeader }>

/** An entry whose signature was right and whose seal was whole. */
export type OpenedEntry = Readonly<{ header: EntryHeader; hash: Bytes; plaintext: Bytes }>

const freshNonce = (): Bytes => crypto.getRandomValues(new Uint8Array(nonceLength))

const sealParameters = (header: EntryHeader, headerBytes: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv: header.nonce,
  additionalData: headerBytes,
})

/**
 * Seals and signs one entry.
 * In: what the writer says, at most 64 KiB of plaintext (one Yjs update, V1), the writer's keys. The nonce is random unless a test
 * gives one; a nonce used twice with one key would break the seal of both entries.
 * Refuses: too large a plaintext, a header that no reader would accept, a missing epoch key.
 */
export const sealEntry = async (
  draft: EntryDraft,
  plaintext: Uint8Array,
  keys: SealKeys,
  nonce: Bytes = freshNonce(),
): Promise<Result<SealedEntry, EntryRefusal | SealRefusal>> => {
  if (plaintext.length > caps.updateBytes) {
    return refuse({ because: 'entry is too large', bytes: plaintext.length, cap: caps.updateBytes })
  }
  const header: EntryHeader = { ...draft, format: currentFormat, alg: currentAlg, nonce }
  if (!isHeader(header)) return refuse({ because: 'entry is malformed' })
  const headerBytes = encodeHeader(header)
  const ciphertext = await encrypt(header, headerBytes, plaintext, keys.epoch)
  if (!ciphertext) return refuse({ because: 'key is missing', document: header.document, epoch: header.keyEpoch })
  const signed = encodeSigned(headerBytes, ciphertext)
  const bytes = joinBytes(signed, new Uint8Array(await crypto.subtle.sign('Ed25519', keys.signing, signed)))
  return ok({ bytes, hash: await sha256(bytes), header })
}

const encrypt = async (
  header: EntryHeader,
  headerBytes: Bytes,
  plaintext: Uint8Array,
  key: CryptoKey | null,
): Promise<Bytes | undefined> => {
  if (header.kind === 'membership') return ownBytes(plaintext)
  if (!key) return undefined
  return new Uint8Array(await crypto.subtle.encrypt(sealParameters(header, headerBytes), key, ownBytes(plaintext)))
}

/** True when the signature of these parts was made by the holder of this Ed25519 key. */
export const verifySignature = (parts: EntryParts, key: CryptoKey): Promise<boolean> =>
  crypto.subtle.verify('Ed25519', key, parts.signature, parts.signed)

/**
 * Checks and opens one entry. In: bytes from anywhere and the keys known here. Out: header, hash and plaintext, or why not.
 * Order: form and caps, device, signature, key, seal. Chain, membership and guard come after it.
 */
export const openEntry = async (
  bytes: Uint8Array,
  keyring: Keyring,
): Promise<Result<OpenedEntry, EntryRefusal | SealRefusal>> => {
  const own = ownBytes(bytes)
  const decoded = decodeEntry(own)
  if (!decoded.ok) return decoded
  const { header } = decoded.value
  const key = keyring.verifyKey(header.device)
  if (!key) return refuse({ because: 'device is unknown', device: header.device })
  if (!(await verifySignature(decoded.value, key))) return refuse({ because: 'signature is wrong' })
  const plaintext = await openSeal(decoded.value, keyring)
  return plaintext.ok ? ok({ header, hash: await sha256(own), plaintext: plaintext.value }) : plaintext
}

/**
 * Opens the seal of an entry whose signature has been checked. In: its parts and the epoch keys known here. Out: the plaintext.
 * Refuses where the key is not here, which a later membership entry may cure, and a seal that is broken.
 */
export const openSeal = async (
  { header, headerBytes, ciphertext }: EntryParts,
  keyring: Pick<Keyring, 'epochKeys' | 'lacksKey'>,
): Promise<Result<Bytes, SealRefusal>> => {
  if (header.kind === 'membership') return ok(ciphertext)
  const { document, keyEpoch: epoch } = header
  const keys = keyring.epochKeys(document, epoch)
  for (const key of keys) {
    const plaintext = await decryptWith(key, header, headerBytes, ciphertext)
    if (plaintext) return ok(plaintext)
  }
  const mayOpen = keys.length === 0 || keyring.lacksKey(document, epoch)
  return refuse(mayOpen ? { because: 'key is missing', document, epoch } : { because: 'seal is broken' })
}

const decryptWith = async (
  key: CryptoKey,
  header: EntryHeader,
  headerBytes: Bytes,
  ciphertext: Bytes,
): Promise<Bytes | undefined> => {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(sealParameters(header, headerBytes), key, ciphertext))
  } catch {
    return undefined
  }
}
