import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'
import { caps } from './caps.ts'

const pass = (bytes: Uint8Array, through: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> =>
  new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(through)

/** Gzip, for snapshots. */
export const compress = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await new Response(pass(bytes, new CompressionStream('gzip'))).arrayBuffer())

export const isCompressed = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Unpacks gzip piece by piece and stops at the cap: 480 bytes can unpack to 200 MB (measured). Refuses what is broken. */
export const decompress = async (
  bytes: Uint8Array,
  most: number = caps.archiveBytes,
): Promise<Result<Uint8Array, FileRefusal>> => {
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for await (const piece of pass(bytes, new DecompressionStream('gzip'))) {
      size += piece.byteLength
      if (size > most) return refuse({ because: 'fileTooLarge', most, size })
      pieces.push(piece)
    }
  } catch {
    return refuse({ because: 'readingFailed' })
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return ok(whole)
}
