import { digest } from 'lib0/hash/sha256'

/** Bytes in a buffer of their own kind, as Web Crypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A copy that nobody else can change while it is being checked, and that is no window into a larger or shared buffer. */
export const ownBytes = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)

/** Text in UTF-8. */
export const textBytes = (text: string): Bytes => new TextEncoder().encode(text)

/** Bytes one after the other. */
export const joinBytes = (...parts: readonly Uint8Array[]): Bytes => {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Less than zero, zero or more, by the first byte that differs, then by length: the one order of ids in entries. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const shared = Math.min(a.length, b.length)
  for (let index = 0; index < shared; index++) {
    const difference = Number(a[index]) - Number(b[index])
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Whether two byte strings are the same. Not in constant time: nothing secret is compared. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && compareBytes(a, b) === 0

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Lower-case hexadecimal: ids and hashes as keys of maps and rows. */
export const toHex = (bytes: Uint8Array): string => {
  let hex = ''
  for (const byte of bytes) hex += hexOfByte[byte]
  return hex
}

export const hashLength = 32

/** Stands where there is no entry yet: as `prev` of a first entry and as head of an empty membership log. */
export const noHash = (): Bytes => new Uint8Array(hashLength)

/** Whether a hash stands for none: all zeros, as in the first entry of a chain. */
export const isNoHash = (hash: Uint8Array): boolean => hash.every(byte => byte === 0)

/** SHA-256 at once, for the few bytes of a frontier: whoever folds the membership log waits for nothing. */
export const hashNow = (bytes: Uint8Array): Bytes => ownBytes(digest(bytes))

/** Lower-case hexadecimal back to bytes. */
export const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/[0-9a-f]{2}/g) ?? [], pair => Number.parseInt(pair, 16))

/** Up to here the way to Web Crypto's thread and back takes longer than the hash. */
const hashedHere = 4096

/** SHA-256: hash of an entry, id of a workspace, id of a device. */
export const sha256 = async (bytes: Uint8Array): Promise<Bytes> =>
  bytes.length <= hashedHere
    ? ownBytes(digest(bytes))
    : new Uint8Array(await crypto.subtle.digest('SHA-256', isOwn(bytes) ? bytes : ownBytes(bytes)))

/** Web Crypto takes its own copy before the call returns; only of shared memory it wants none. */
const isOwn = (bytes: Uint8Array): bytes is Bytes => bytes.buffer instanceof ArrayBuffer
