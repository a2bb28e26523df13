import { readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding'
import { compareBytes, ownBytes, type Bytes } from '../journal/bytes.ts'
import { caps } from '../journal/caps.ts'
import { isDocumentName, readEntryRef, writeEntryRef, type EntryRef } from '../journal/header.ts'
import { readHash, readList } from '../journal/read-whole.ts'
import { limits } from './limits.ts'
import type { ByeReason, DocumentHeads, Head, Range } from './messages.ts'

/* What several messages have in it. `read…` throws on broken bytes, `are…` and `is…` are the rules beyond the bytes. */

export const writeList = <Value>(
  encoder: Encoder,
  values: readonly Value[],
  writeOne: (value: Value) => void,
): void => {
  writeVarUint(encoder, values.length)
  for (const value of values) writeOne(value)
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1
export const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

export const isAscending = <Value>(values: readonly Value[], compare: (a: Value, b: Value) => number): boolean =>
  values.every((value, index) => {
    const before = values[index - 1]
    return before === undefined || compare(before, value) < 0
  })

export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byDevice = (a: EntryRef, b: EntryRef): number => compareBytes(a.device, b.device)

export const areRefs = (refs: readonly EntryRef[]): boolean =>
  isAscending(refs, byDevice) && refs.every(({ seq }) => isCount(seq))

export const readRefs = (decoder: Decoder): readonly EntryRef[] =>
  readList(decoder, limits.heads, () => readEntryRef(decoder))
export const writeRefs = (encoder: Encoder, refs: readonly EntryRef[]): void =>
  writeList(encoder, refs, ref => writeEntryRef(encoder, ref))

export const writeHeads = (encoder: Encoder, { document, heads }: DocumentHeads): void => {
  writeVarString(encoder, document)
  writeList(encoder, heads, head => {
    writeEntryRef(encoder, head)
    writeVarUint(encoder, head.first)
  })
}

const readHead = (decoder: Decoder): Head => ({ ...readEntryRef(decoder), first: readVarUint(decoder) })
export const readHeads = (decoder: Decoder): DocumentHeads => ({
  document: readVarString(decoder),
  heads: readList(decoder, limits.heads, () => readHead(decoder)),
})

/** A chain of which only a checkpoint is here begins behind its own head. */
export const areHeads = ({ document, heads }: DocumentHeads): boolean =>
  isDocumentName(document) && areRefs(heads) && heads.every(({ first, seq }) => isCount(first) && first <= seq + 1)

export const writeRange = (encoder: Encoder, { document, device, from, to }: Range): void => {
  writeVarString(encoder, document)
  writeUint8Array(encoder, device)
  writeVarUint(encoder, from)
  writeVarUint(encoder, to - from)
}

export const readRange = (decoder: Decoder): Range => {
  const document = readVarString(decoder)
  const device = readHash(decoder)
  const from = readVarUint(decoder)
  return { document, device, from, to: from + readVarUint(decoder) }
}

const compareRanges = (a: Range, b: Range): number =>
  byName(a.document, b.document) || compareBytes(a.device, b.device) || a.from - b.from

/** In order, and no entry asked for twice in one message. */
export const areRanges = (ranges: readonly Range[]): boolean =>
  ranges.length > 0 &&
  isAscending(ranges, compareRanges) &&
  ranges.every(({ document, device, from, to }, index) => {
    const before = ranges[index - 1]
    const isOfSame = before?.document === document && compareBytes(before.device, device) === 0
    return isDocumentName(document) && isCount(from) && isCount(to) && (!isOfSame || before.to < from)
  })

export const writeEntries = (encoder: Encoder, entries: readonly Bytes[]): void =>
  writeList(encoder, entries, entry => writeVarUint8Array(encoder, entry))

export const readBytes = (decoder: Decoder): Bytes => ownBytes(readVarUint8Array(decoder))
export const readEntries = (decoder: Decoder): readonly Bytes[] =>
  readList(decoder, limits.entries, () => readBytes(decoder))

export const areEntries = (entries: readonly Bytes[]): boolean =>
  entries.every(({ length }) => length > 0 && length <= caps.entryBytes)

export const readDevices = (decoder: Decoder): readonly Bytes[] =>
  readList(decoder, limits.neighbours, () => readHash(decoder))
export const writeDevices = (encoder: Encoder, devices: readonly Bytes[]): void =>
  writeList(encoder, devices, device => writeUint8Array(encoder, device))
export const areDevices = (devices: readonly Bytes[]): boolean => isAscending(devices, compareBytes)

/** Their places are their numbers; new reasons are added at the end. */
export const reasons: readonly ByeReason[] = ['left', 'denied', 'malformed', 'too much', 'silent']

export const readReason = (decoder: Decoder): ByeReason => {
  const reason = reasons[readVarUint(decoder)]
  if (reason === undefined) throw new RangeError('unknown reason')
  return reason
}
