import { ok, refuse, type Result } from '../../domain/kernel/result.ts'
import { equalBytes, joinBytes, ownBytes, textBytes, toHex, type Bytes } from '../../journal/bytes.ts'
import { unwrapSecret, wrapSecret } from '../../journal/wrap.ts'
import { limits } from '../limits.ts'
import { tagLength } from './segment-form.ts'

/**
 * A note for one device, version 1: what two devices say to each other before there is a link.
 *
 * | bytes | what |
 * |---|---|
 * | 9 | `LOTSE-SIG` |
 * | 1, 1 | version 1; algorithm 1: X25519, HKDF-SHA-256, AES-256-GCM, Ed25519 |
 * | 10 | tag of the workspace |
 * | 81 | key of the note, wrapped for the device it is for (`wrapSecret`, place `note/<tag>/<nonce>`) |
 * | n | AES-256-GCM with 12 zeros as nonce under that key, additional data is everything before: writer (32), reader (32), nonce (16), milliseconds UTC (8), words, Ed25519 signature by the writer of `lotse/note/1`, a zero byte, the tag and everything inside before it |
 *
 * The nonce is the name it lies under: under another name it does not open. Numbers are big endian.
 */
const beginning = 'LOTSE-SIG'
const form = Uint8Array.of(1, 1)
const wrappedLength = 81
export const noteNonceLength = 16
const headLength = beginning.length + form.length + tagLength
const words = { from: 32, to: 64, nonce: 80, at: 88 } as const
const signatureLength = 64

/** Bytes of a note: a signalling text and what is around it. */
export const noteBytes = limits.introBytes + 1_024

export type Note = Readonly<{ from: Bytes; to: Bytes; nonce: Bytes; at: number; words: Bytes }>
export type NoteRefusal = Readonly<{ because: 'note is malformed' | 'note is for somebody else' | 'note is too large' }>

type Signed = Readonly<{ signed: Bytes; signature: Bytes }>

const noNonce = new Uint8Array(12)
const placeOf = (tag: Bytes, nonce: Bytes): string => `note/${toHex(tag)}/${toHex(nonce)}`
const importKey = (key: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])

const inside = ({ from, to, nonce, at, words }: Note): Bytes => {
  const moment = new Uint8Array(8)
  new DataView(moment.buffer).setBigUint64(0, BigInt(at))
  return joinBytes(from, to, nonce, moment, words)
}

const signedOf = (tag: Bytes, plain: Bytes): Bytes => joinBytes(textBytes('lotse/note/1\0'), tag, plain)

/** Seals a note. In: who it is for, by their raw X25519 public key. Refuses more than a signalling text, and a key that cannot be agreed with. */
export const sealNote = async (
  note: Note,
  { tag, signing, recipient }: Readonly<{ tag: Bytes; signing: CryptoKey; recipient: Bytes }>,
  key: Bytes = crypto.getRandomValues(new Uint8Array(32)),
  ephemeral?: CryptoKeyPair,
): Promise<Result<Bytes, NoteRefusal>> => {
  if (note.words.length > limits.introBytes) return refuse({ because: 'note is too large' })
  const wrapped = await wrapSecret(key, recipient, placeOf(tag, note.nonce), ephemeral)
  if (!wrapped.ok) return refuse({ because: 'note is malformed' })
  const head = joinBytes(textBytes(beginning), form, tag, wrapped.value)
  const plain = inside(note)
  const signature = await crypto.subtle.sign('Ed25519', signing, signedOf(tag, plain))
  const parameters = { name: 'AES-GCM', iv: noNonce, additionalData: head }
  const content = joinBytes(plain, new Uint8Array(signature))
  const sealed = await crypto.subtle.encrypt(parameters, await importKey(key), content)
  return ok(joinBytes(head, new Uint8Array(sealed)))
}

/** Opens a note that lies under this name. In: bytes from anywhere. Whether its writer has signed it says `isNoteGenuine`. Never throws. */
export const openNote = async (
  bytes: Uint8Array,
  { tag, nonce, own, sealing }: Readonly<{ tag: Bytes; nonce: Bytes; own: Bytes; sealing: CryptoKeyPair }>,
): Promise<Result<Note & Signed, NoteRefusal>> => {
  if (bytes.length > noteBytes) return refuse({ because: 'note is too large' })
  const all = ownBytes(bytes)
  const bodyAt = headLength + wrappedLength
  if (!equalBytes(all.subarray(0, headLength), joinBytes(textBytes(beginning), form, tag)))
    return refuse({ because: 'note is malformed' })
  const key = await unwrapSecret(all.subarray(headLength, bodyAt), sealing, placeOf(tag, nonce))
  if (!key.ok || key.value.length !== 32) return refuse({ because: 'note is for somebody else' })
  const plain = await decrypted(key.value, all.slice(0, bodyAt), all.slice(bodyAt))
  const note = plain && readInside(plain, tag)
  if (!note || !equalBytes(note.nonce, nonce)) return refuse({ because: 'note is malformed' })
  return equalBytes(note.to, own) ? ok(note) : refuse({ because: 'note is for somebody else' })
}

const decrypted = async (key: Bytes, additionalData: Bytes, sealed: Bytes): Promise<Bytes | undefined> => {
  try {
    const parameters = { name: 'AES-GCM', iv: noNonce, additionalData }
    return new Uint8Array(await crypto.subtle.decrypt(parameters, await importKey(key), sealed))
  } catch {
    return undefined
  }
}

const readInside = (plain: Bytes, tag: Bytes): (Note & Signed) | undefined => {
  if (plain.length < words.at + signatureLength) return undefined
  const end = plain.length - signatureLength
  return {
    from: plain.slice(0, words.from),
    to: plain.slice(words.from, words.to),
    nonce: plain.slice(words.to, words.nonce),
    at: Number(new DataView(plain.buffer).getBigUint64(words.nonce)),
    words: plain.slice(words.at, end),
    signed: signedOf(tag, plain.slice(0, end)),
    signature: plain.slice(end),
  }
}

/** Whether the device it names has written it. */
export const isNoteGenuine = ({ signed, signature }: Signed, key: CryptoKey): Promise<boolean> =>
  crypto.subtle.verify('Ed25519', key, signature, signed)
