import { readVarString, readVarUint8Array, type Decoder } from 'lib0/decoding'
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { equalBytes, joinBytes, ownBytes, textBytes, type Bytes } from '../../journal/bytes.ts'
import { caps } from '../../journal/caps.ts'
import { signatureLength } from '../../journal/entry.ts'
import { isDocumentName } from '../../journal/header.ts'
import { readBytes, readHash, readList, readWhole } from '../../journal/read-whole.ts'
import { segmentCaps, segmentInfo } from './segment-form.ts'

/** What is laid down: entries of one document. */
export type SegmentContent = Readonly<{ document: string; entries: readonly Bytes[] }>

export const bodyOf = (device: Bytes, { document, entries }: SegmentContent): Bytes => {
  const encoder = createEncoder()
  writeUint8Array(encoder, device)
  writeVarString(encoder, document)
  writeVarUint(encoder, entries.length)
  for (const entry of entries) writeVarUint8Array(encoder, entry)
  return toUint8Array(encoder)
}

export const signedOf = (tag: Bytes, salt: Bytes, body: Bytes): Bytes =>
  joinBytes(textBytes(`${segmentInfo}\0`), tag, salt, body)

const readBody = (decoder: Decoder): SegmentContent & Readonly<{ device: Bytes; signature: Bytes }> => ({
  device: readHash(decoder),
  document: readVarString(decoder),
  entries: readList(decoder, segmentCaps.entries, () => readEntryBytes(decoder)),
  signature: readBytes(decoder, signatureLength),
})

const readEntryBytes = (decoder: Decoder): Bytes => {
  const entry = ownBytes(readVarUint8Array(decoder))
  if (entry.length > caps.entryBytes) throw new RangeError('entry over its cap')
  return entry
}

/** Varints take any length in lib0; a number has one form here, or two byte strings would be one segment. */
export const readPlain = (plain: Bytes): ReturnType<typeof readBody> | undefined => {
  const read = readWhole(plain, readBody)
  if (!read || !isDocumentName(read.document)) return undefined
  return equalBytes(bodyOf(read.device, read), plain.subarray(0, -signatureLength)) ? read : undefined
}
