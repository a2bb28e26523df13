import { readVarString, readVarUint, type Decoder } from 'lib0/decoding'
import { writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding'
import { isDocumentName } from '../journal/header.ts'
import { readHash, readList } from '../journal/read-whole.ts'
import { limits } from './limits.ts'
import {
  areDevices,
  areEntries,
  areHeads,
  areRanges,
  areRefs,
  byName,
  isAmount,
  isAscending,
  readBytes,
  readDevices,
  readEntries,
  readHeads,
  readRange,
  readReason,
  readRefs,
  reasons,
  writeDevices,
  writeEntries,
  writeHeads,
  writeList,
  writeRange,
  writeRefs,
} from './message-parts.ts'
import type { Message, MessageType } from './messages.ts'

/**
 * How one type of message is written, read and judged. `read` throws on broken bytes and is used inside `readWhole` only. `isWell`:
 * the rules beyond the bytes: lists in order without repeats, counts and lengths within the limits.
 */
// Method syntax keeps the parameters bivariant, so that one of them, picked by its type, can stand for any.
export type Codec<Type extends MessageType = MessageType> = {
  readonly code: number
  write(encoder: Encoder, message: Message<Type>): void
  read(decoder: Decoder): Message<Type>
  isWell(message: Message<Type>): boolean
}

const typed: { readonly [Type in MessageType]: Codec<Type> } = {
  'membership have': {
    code: 4,
    write: (encoder, { heads }) => writeRefs(encoder, heads),
    read: decoder => ({ type: 'membership have', heads: readRefs(decoder) }),
    isWell: ({ heads }) => areRefs(heads),
  },
  have: {
    code: 5,
    write: (encoder, { documents }) => writeList(encoder, documents, one => writeHeads(encoder, one)),
    read: decoder => ({ type: 'have', documents: readList(decoder, limits.documents, () => readHeads(decoder)) }),
    isWell: ({ documents }) =>
      isAscending(documents, (a, b) => byName(a.document, b.document)) && documents.every(areHeads),
  },
  want: {
    code: 6,
    write: (encoder, { ranges }) => writeList(encoder, ranges, range => writeRange(encoder, range)),
    read: decoder => ({ type: 'want', ranges: readList(decoder, limits.ranges, () => readRange(decoder)) }),
    isWell: ({ ranges }) => areRanges(ranges),
  },
  entries: {
    code: 7,
    write: (encoder, { entries }) => writeEntries(encoder, entries),
    read: decoder => ({ type: 'entries', entries: readEntries(decoder) }),
    isWell: ({ entries }) => entries.length > 0 && areEntries(entries),
  },
  digest: {
    code: 8,
    write: (encoder, { document, heads, digest }) => {
      writeVarString(encoder, document)
      writeRefs(encoder, heads)
      writeUint8Array(encoder, digest)
    },
    read: decoder => ({
      type: 'digest',
      document: readVarString(decoder),
      heads: readRefs(decoder),
      digest: readHash(decoder),
    }),
    isWell: ({ document, heads }) => isDocumentName(document) && areRefs(heads),
  },
  'checkpoint want': {
    code: 9,
    write: (encoder, { document }) => writeVarString(encoder, document),
    read: decoder => ({ type: 'checkpoint want', document: readVarString(decoder) }),
    isWell: ({ document }) => isDocumentName(document),
  },
  checkpoint: {
    code: 10,
    write: (encoder, { document, entries }) => {
      writeVarString(encoder, document)
      writeEntries(encoder, entries)
    },
    read: decoder => ({ type: 'checkpoint', document: readVarString(decoder), entries: readEntries(decoder) }),
    isWell: ({ document, entries }) => isDocumentName(document) && areEntries(entries),
  },
  'blob have': {
    code: 11,
    write: (encoder, { document, hash, size }) => {
      writeVarString(encoder, document)
      writeUint8Array(encoder, hash)
      writeVarUint(encoder, size)
    },
    read: decoder => ({
      type: 'blob have',
      document: readVarString(decoder),
      hash: readHash(decoder),
      size: readVarUint(decoder),
    }),
    isWell: ({ document, size }) => isDocumentName(document) && size <= limits.blobBytes,
  },
  'blob want': {
    code: 12,
    write: (encoder, { document, hash, offset }) => {
      writeVarString(encoder, document)
      writeUint8Array(encoder, hash)
      writeVarUint(encoder, offset)
    },
    read: decoder => ({
      type: 'blob want',
      document: readVarString(decoder),
      hash: readHash(decoder),
      offset: readVarUint(decoder),
    }),
    isWell: ({ document, offset }) => isDocumentName(document) && offset < limits.blobBytes,
  },
  blob: {
    code: 13,
    write: (encoder, { document, hash, offset, bytes }) => {
      writeVarString(encoder, document)
      writeUint8Array(encoder, hash)
      writeVarUint(encoder, offset)
      writeVarUint8Array(encoder, bytes)
    },
    read: decoder => ({
      type: 'blob',
      document: readVarString(decoder),
      hash: readHash(decoder),
      offset: readVarUint(decoder),
      bytes: readBytes(decoder),
    }),
    isWell: ({ document, offset, bytes }) =>
      isDocumentName(document) && bytes.length > 0 && offset + bytes.length <= limits.blobBytes,
  },
  peers: {
    code: 14,
    write: (encoder, { joined, left }) => {
      writeDevices(encoder, joined)
      writeDevices(encoder, left)
    },
    read: decoder => ({ type: 'peers', joined: readDevices(decoder), left: readDevices(decoder) }),
    isWell: ({ joined, left }) => areDevices(joined) && areDevices(left),
  },
  intro: {
    code: 15,
    write: (encoder, { to, from, hops, sealed }) => {
      writeUint8Array(encoder, to)
      writeUint8Array(encoder, from)
      writeVarUint(encoder, hops)
      writeVarUint8Array(encoder, sealed)
    },
    read: decoder => ({
      type: 'intro',
      to: readHash(decoder),
      from: readHash(decoder),
      hops: readVarUint(decoder),
      sealed: readBytes(decoder),
    }),
    isWell: ({ hops, sealed }) => hops <= limits.hops && sealed.length <= limits.introBytes,
  },
  presence: {
    code: 16,
    write: (encoder, { sealed }) => writeVarUint8Array(encoder, sealed),
    read: decoder => ({ type: 'presence', sealed: readBytes(decoder) }),
    isWell: ({ sealed }) => sealed.length <= limits.presenceBytes,
  },
  ping: {
    code: 17,
    write: (encoder, { number }) => writeVarUint(encoder, number),
    read: decoder => ({ type: 'ping', number: readVarUint(decoder) }),
    isWell: ({ number }) => isAmount(number),
  },
  pong: {
    code: 18,
    write: (encoder, { number }) => writeVarUint(encoder, number),
    read: decoder => ({ type: 'pong', number: readVarUint(decoder) }),
    isWell: ({ number }) => isAmount(number),
  },
  bye: {
    code: 19,
    write: (encoder, { reason }) => writeVarUint(encoder, reasons.indexOf(reason)),
    read: decoder => ({ type: 'bye', reason: readReason(decoder) }),
    isWell: () => true,
  },
}

/** Numbers never change and are never used again. Whole numbers are lib0 varints, ids and hashes stand without a length. */
export const codecs: Readonly<Record<MessageType, Codec>> = typed
