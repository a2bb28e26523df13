import { createDecoder, readUint8 } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8 } from 'lib0/encoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, ownBytes, type Bytes } from '../journal/bytes.ts'
import type { EntryRef } from '../journal/header.ts'
import { readWhole } from '../journal/read-whole.ts'
import { limits } from './limits.ts'
import { codecs } from './message-codecs.ts'

/** How far a device's chain is known: its newest entry, and the first one that can be asked for (a checkpoint may stand before it). */
export type Head = EntryRef & Readonly<{ first: number }>

/** What is known of one document. Devices that are not named are as they were said to be before. */
export type DocumentHeads = Readonly<{ document: string; heads: readonly Head[] }>

/** Entries of one device in one document, both ends counted. */
export type Range = Readonly<{ document: string; device: Bytes; from: number; to: number }>

/** Why a link is left; the same words as the link itself has for its end. */
export type ByeReason = 'left' | 'denied' | 'malformed' | 'too much' | 'silent'

type Bodies = {
  'membership have': { heads: readonly EntryRef[] }
  have: { documents: readonly DocumentHeads[] }
  want: { ranges: readonly Range[] }
  entries: { entries: readonly Bytes[] }
  digest: { document: string; heads: readonly EntryRef[]; digest: Bytes }
  'checkpoint want': { document: string }
  /** Some parts of a checkpoint; no parts at all: there is none here. */
  checkpoint: { document: string; entries: readonly Bytes[] }
  /** `hash` names the plain bytes, `size` counts the sealed ones; 0: it is not here. */
  'blob have': { document: string; hash: Bytes; size: number }
  'blob want': { document: string; hash: Bytes; offset: number }
  /** Sealed bytes from `offset` on. */
  blob: { document: string; hash: Bytes; offset: number; bytes: Bytes }
  /** Devices this one is linked with, by id. */
  peers: { joined: readonly Bytes[]; left: readonly Bytes[] }
  intro: { to: Bytes; from: Bytes; hops: number; sealed: Bytes }
  presence: { sealed: Bytes }
  ping: { number: number }
  pong: { number: number }
  bye: { reason: ByeReason }
}

export type MessageType = keyof Bodies
/** What two devices say to each other once each knows who the other is (README 3, types 4 to 19). */
export type Message<Type extends MessageType = MessageType> = {
  [Each in Type]: Readonly<{ type: Each } & Bodies[Each]>
}[Type]

/** Whether it is about how others can be met. */
export const isIntroduction = ({ type }: Message): boolean => type === 'peers' || type === 'intro'

/** `newer type` and `handshake` say which; the first is passed over, whatever else closes the link. */
export type MessageRefusal =
  | { readonly because: 'message is malformed' }
  | { readonly because: 'message is too large'; readonly bytes: number; readonly cap: number }
  | { readonly because: 'message has a newer type'; readonly type: number }
  | { readonly because: 'message belongs to the handshake'; readonly type: number }

const firstType = 4
const typeByCode: ReadonlyMap<number, MessageType> = new Map(
  (Object.keys(codecs) as MessageType[]).map(type => [codecs[type].code, type]),
)

/** The one byte form of a message: its type in one byte, then its body (`message-codecs.ts`). In: lists in the order the rules want. */
export const encodeMessage = (message: Message): Bytes => {
  const encoder = createEncoder()
  const codec = codecs[message.type]
  writeUint8(encoder, codec.code)
  codec.write(encoder, message)
  return toUint8Array(encoder)
}

/**
 * Reads one message. In: bytes from another device. Out: the message, or why it is none; never an exception. One meaning has one form:
 * what would be written otherwise than it came is refused.
 */
export const decodeMessage = (bytes: Uint8Array): Result<Message, MessageRefusal> => {
  const { messageBytes: cap } = limits
  if (bytes.length > cap) return refuse({ because: 'message is too large', bytes: bytes.length, cap })
  if (bytes.length === 0) return refuse({ because: 'message is malformed' })
  const code = readUint8(createDecoder(bytes))
  if (code < firstType) return refuse({ because: 'message belongs to the handshake', type: code })
  const type = typeByCode.get(code)
  return type === undefined
    ? refuse({ because: 'message has a newer type', type: code })
    : decodeBody(type, ownBytes(bytes))
}

const decodeBody = (type: MessageType, bytes: Bytes): Result<Message, MessageRefusal> => {
  const codec = codecs[type]
  const message = readWhole(bytes, decoder => {
    readUint8(decoder)
    return codec.read(decoder)
  })
  const isCanonical = message && codec.isWell(message) && equalBytes(encodeMessage(message), bytes)
  return isCanonical ? ok(message) : refuse({ because: 'message is malformed' })
}
