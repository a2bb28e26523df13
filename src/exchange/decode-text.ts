import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'

export type Decoded = Readonly<{ text: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }>

const begins = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

/** First bytes of formats people choose by mistake. */
const foreignFormat = (bytes: Uint8Array): 'excel' | 'pdf' | 'image' | 'zip' | undefined => {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return isWorkbook(bytes) ? 'excel' : 'zip'
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'excel'
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  const isImage =
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) || begins(bytes, 0xff, 0xd8, 0xff) || begins(bytes, 0x47, 0x49, 0x46, 0x38)
  return isImage ? 'image' : undefined
}

/** Workbooks name their parts near the beginning. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  /xl\/|\[Content_Types\]/.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096)))

const byteOrder = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be'
  // Without a mark: Latin text in UTF-16 has a zero in every second byte.
  const start = bytes.subarray(0, 200)
  if (start.length < 4) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const half = start.length / 2
  if ((zeros[1] ?? 0) > half * 0.8 && zeros[0] === 0) return 'utf-16le'
  return (zeros[0] ?? 0) > half * 0.8 && zeros[1] === 0 ? 'utf-16be' : undefined
}

/** How many bytes belong to the UTF-8 character at `at`; 0 when it is none (RFC 3629). */
const characterLength = (bytes: Uint8Array, at: number): number => {
  const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0]
  const follows = (count: number): boolean =>
    Array.from({ length: count }, (_, index) => bytes[at + 1 + index] ?? 0).every(byte => byte >= 0x80 && byte < 0xc0)
  if (first < 0x80) return 1
  if (first >= 0xc2 && first <= 0xdf) return follows(1) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const isShort = (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)
    return follows(2) && !isShort ? 3 : 0
  }
  const isOutside = (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)
  return first >= 0xf0 && first <= 0xf4 && follows(3) && !isOutside ? 4 : 0
}

/** The first byte that is not UTF-8; undefined when all are. */
export const firstBrokenByte = (bytes: Uint8Array): number | undefined => {
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return undefined
}

const tryDecode = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Bytes 0x80 to 0x9F of Windows-1252; Node takes them for control characters, browsers know them. */
const upperRow = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const decodeWindows = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replaceAll(/[\x80-\x9f]/g, byte => upperRow.charAt(byte.charCodeAt(0) - 0x80))

const hasTooManyZeros = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 4096)
  return start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) > start.length * 0.1
}

/**
 * Decodes a text file: UTF-8 and UTF-16 with or without mark, else Windows-1252 as German Excel writes it. `strict` allows Unicode
 * alone (JSON). Refuses other kinds of file by their first bytes, and broken encodings with the position of the first broken byte.
 */
export const decodeText = (
  bytes: Uint8Array,
  { strict }: { readonly strict: boolean },
): Result<Decoded, FileRefusal> => {
  if (bytes.length === 0) return refuse({ because: 'fileEmpty' })
  const foreign = foreignFormat(bytes)
  if (foreign) return refuse({ because: 'notText', format: foreign })
  const wide = byteOrder(bytes)
  if (wide) {
    const text = tryDecode(bytes, wide)
    return text === undefined
      ? refuse({ because: 'encodingBroken', position: firstLoneSurrogate(bytes, wide) })
      : ok({ text, encoding: wide })
  }
  if (hasTooManyZeros(bytes)) return refuse({ because: 'notText', format: 'other' })
  const text = tryDecode(bytes, 'utf-8')
  if (text !== undefined) return ok({ text, encoding: 'utf-8' })
  if (strict) return refuse({ because: 'encodingBroken', position: firstBrokenByte(bytes) ?? 0 })
  return ok({ text: decodeWindows(bytes), encoding: 'windows-1252' })
}

const firstLoneSurrogate = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const unit = (at: number): number => (at + 1 < bytes.length ? view.getUint16(at, encoding === 'utf-16le') : 0)
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const kind = unit(at) & 0xfc00
    if (kind === 0xdc00) return at
    if (kind !== 0xd800) continue
    if ((unit(at + 2) & 0xfc00) !== 0xdc00) return at
    at += 2
  }
  return bytes.length - 1
}
