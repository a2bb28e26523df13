import { readVarString, type Decoder } from 'lib0/decoding'
import { writeVarString, writeVarUint, type Encoder } from 'lib0/encoding'
import { compareBytes } from './bytes.ts'
import { caps } from './caps.ts'
import { isSealedDocument } from './epoch-keys.ts'
import { readEntryRef, writeEntryRef, type EntryRef } from './header.ts'
import { compareText, isAscending } from './ordered.ts'
import { readList } from './read-whole.ts'

/**
 * How far entries count in one document: the last accepted one of each device. Of a device that is not named nothing counts; a document
 * that is not named is not cut.
 */
export type DocumentCut = Readonly<{ document: string; heads: readonly EntryRef[] }>

/** Writes cuts where they stand in a membership entry; `readCuts` is its other half. */
export const writeCuts = (encoder: Encoder, cuts: readonly DocumentCut[]): void => {
  writeVarUint(encoder, cuts.length)
  for (const { document, heads } of cuts) {
    writeVarString(encoder, document)
    writeVarUint(encoder, heads.length)
    for (const head of heads) writeEntryRef(encoder, head)
  }
}

/** Throws on broken bytes; only for use inside `readWhole`. */
export const readCuts = (decoder: Decoder): readonly DocumentCut[] =>
  readList(decoder, caps.cutDocuments, () => ({
    document: readVarString(decoder),
    heads: readList(decoder, caps.cutDevices, () => readEntryRef(decoder)),
  }))

const isCut = ({ document, heads }: DocumentCut): boolean =>
  isSealedDocument(document) &&
  heads.every(({ seq }) => seq >= 1) &&
  isAscending(heads, (a, b) => compareBytes(a.device, b.device))

/** The rules cuts keep beyond their bytes: sealed documents and devices, each once and in order, entries from 1. */
export const areCuts = (cuts: readonly DocumentCut[]): boolean =>
  cuts.every(isCut) && isAscending(cuts, (a, b) => compareText(a.document, b.document))

/** The cuts in the one order in which they are written. */
export const sortedCuts = (cuts: readonly DocumentCut[]): readonly DocumentCut[] =>
  cuts
    .map(({ document, heads }) => ({ document, heads: heads.toSorted((a, b) => compareBytes(a.device, b.device)) }))
    .sort((a, b) => compareText(a.document, b.document))
