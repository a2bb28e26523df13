import { equalBytes, hashNow, isNoHash, joinBytes, sha256, textBytes, toHex, type Bytes } from '../../journal/bytes.ts'

/**
 * A segment, version 1: entries of one document, as one device has laid them down. Numbers before the body are big endian; the body is
 * written as entries are.
 *
 * | bytes | what |
 * |---|---|
 * | 9 | `LOTSE-SEG` |
 * | 1, 1 | version 1; algorithm 1: HKDF-SHA-256, AES-256-GCM, X25519, Ed25519, SHA-256 |
 * | 10 | tag of the workspace |
 * | 4 | length of all bytes, this table's first and last among them |
 * | 16 | salt, fresh in every segment |
 * | 16 | check: tells which key opens it without trying each |
 * | 48 | content key, sealed with the key that HKDF makes of the document's epoch secret and the salt (`lotse/segment/1`) |
 * | 2, 81 each | the content key once more for each device that may lack that secret: as `wrapSecret` makes it |
 * | n | body: AES-256-GCM under the content key; additional data is everything before |
 * | 32 | SHA-256 of everything before |
 *
 * Body: device (32), document (text), entries (list, each with its length), Ed25519 signature by the device of `lotse/segment/1`, a zero
 * byte, tag, salt and the body up to here. Nonces are zeros: each key seals one thing.
 */
export const segmentBeginning = 'LOTSE-SEG'
export const segmentVersion = 1
export const segmentAlgorithm = 1

export const tagLength = 10
export const saltLength = 16
export const checkLength = 16
export const keyLength = 32
const sealedKeyLength = keyLength + 16
export const slotLength = 1 + 32 + sealedKeyLength
export const sumLength = 32

export const segmentAt = {
  tag: 11,
  length: 21,
  salt: 25,
  check: 41,
  sealedKey: 57,
  slots: 105,
  firstSlot: 107,
} as const

/** What a reader takes; a writer of changes stays far below. */
export const segmentCaps = {
  /** Bytes of one segment: a checkpoint and the entries around it. */
  bytes: 20 * 1024 * 1024,
  /** Bytes a writer lays into one segment of changes. */
  lotBytes: 1024 * 1024,
  entries: 8_192,
  /** Devices a segment is wrapped for. */
  slots: 512,
} as const

export const segmentInfo = 'lotse/segment/1'

export type SegmentRefusal =
  | { readonly because: 'not a segment' }
  | { readonly because: 'segment is of a newer version'; readonly version: number }
  | { readonly because: 'segment is of another workspace' }
  | { readonly because: 'segment is too large' }
  /** Some of it is missing: it may still be on its way. */
  | { readonly because: 'segment is cut short' }
  | { readonly because: 'segment is damaged' }
  | { readonly because: 'key is missing' }
  | { readonly because: 'segment is malformed' }

/** The tag under which a workspace's files lie: the same at all times, and it tells nothing to who does not know the workspace. */
export const tagOf = (workspace: Bytes): Bytes =>
  hashNow(joinBytes(textBytes('lotse/folder/1\0'), workspace)).slice(0, tagLength)

/** The name of a device in a folder. */
export const pseudonymOf = (workspace: Bytes, device: Bytes): string =>
  toHex(hashNow(joinBytes(textBytes('lotse/folder/1\0'), workspace, device)).slice(0, 16))

/** What can be said of bytes without any key; undefined where they may be opened. */
export const refuseForm = async (bytes: Bytes, tag: Bytes): Promise<SegmentRefusal | undefined> => {
  const beginning = textBytes(segmentBeginning)
  const begun = bytes.subarray(0, beginning.length)
  // Some carriers make room for a file before they fill it.
  if (isNoHash(begun)) return { because: 'segment is cut short' }
  if (!equalBytes(begun, beginning.subarray(0, begun.length))) return { because: 'not a segment' }
  if (bytes.length < segmentAt.firstSlot) return { because: 'segment is cut short' }
  const [found = 0, alg = 0] = bytes.subarray(beginning.length)
  if (found > segmentVersion || alg > segmentAlgorithm)
    return { because: 'segment is of a newer version', version: found }
  if (found < segmentVersion || alg < segmentAlgorithm) return { because: 'segment is malformed' }
  if (!equalBytes(bytes.subarray(segmentAt.tag, segmentAt.length), tag))
    return { because: 'segment is of another workspace' }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(segmentAt.length)
  if (length > segmentCaps.bytes) return { because: 'segment is too large' }
  if (bytes.length < length) return { because: 'segment is cut short' }
  const isWhole = bytes.length === length && length > segmentAt.firstSlot + sumLength
  if (!isWhole) return { because: 'segment is damaged' }
  const sum = await sha256(bytes.subarray(0, length - sumLength))
  return equalBytes(sum, bytes.subarray(length - sumLength)) ? undefined : { because: 'segment is damaged' }
}
