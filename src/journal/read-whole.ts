import { createDecoder, readUint8Array, readVarUint, type Decoder } from 'lib0/decoding'
import { hashLength, ownBytes, type Bytes } from './bytes.ts'

/**
 * Reads bytes from outside to their last byte. Undefined when they end early, when something is left over, or when `read` throws:
 * lib0 and the readers below throw on broken bytes, and this is the one place where that becomes a value.
 */
export const readWhole = <Value>(bytes: Uint8Array, read: (decoder: Decoder) => Value): Value | undefined => {
  const decoder = createDecoder(bytes)
  try {
    const value = read(decoder)
    return decoder.pos === bytes.length ? value : undefined
  } catch {
    return undefined
  }
}

/** A copy of the next `length` bytes. */
export const readBytes = (decoder: Decoder, length: number): Bytes => ownBytes(readUint8Array(decoder, length))

/** Reads a hash of 32 bytes; throws where fewer are left. */
export const readHash = (decoder: Decoder): Bytes => readBytes(decoder, hashLength)

/** A list with its length before it. The cap is checked before the first element, so a claimed length costs nothing. */
export const readList = <Value>(decoder: Decoder, cap: number, readOne: () => Value): readonly Value[] => {
  const length = readVarUint(decoder)
  if (length > cap) throw new RangeError('list over its cap')
  return Array.from({ length }, readOne)
}
