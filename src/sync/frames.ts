import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { joinBytes, ownBytes, type Bytes } from '../journal/bytes.ts'

/**
 * How a message crosses a channel that takes no more than 16 KiB at once. Every frame but the last is full, and the frames of a message
 * come in their order; those of several messages may be mixed.
 *
 * | bytes | what |
 * |---|---|
 * | 4 | number of the message, big endian; free again when the message is whole |
 * | 2 | index of this frame, from 0 |
 * | 2 | count of the message's frames, from 1 |
 * | rest | up to 16,376 bytes of the message |
 */
const headLength = 8

export const frameCaps = {
  /** What every browser's data channel takes (y-webrtc#61, js-libp2p-webrtc#158); larger ones were measured to be no faster. */
  frameBytes: 16 * 1024,
  /** 32 MiB: the largest checkpoint or blob twice over. */
  framesPerMessage: 2_048,
  /** Messages of several frames begun and not whole. Bounds what a hostile sender makes a receiver hold. */
  underway: 4,
} as const

const pieceLength = frameCaps.frameBytes - headLength

/** Bytes of the longest message. */
export const longestMessage = frameCaps.framesPerMessage * pieceLength

export type FrameRefusal =
  | { readonly because: 'frame is malformed' }
  | { readonly because: 'message is too large'; readonly frames: number; readonly cap: number }
  | { readonly because: 'too many messages are underway'; readonly cap: number }

/** How many frames a message of this length takes. An empty one takes one. */
export const frameCount = (length: number): number => Math.max(1, Math.ceil(length / pieceLength))

const tooLarge = (frames: number): FrameRefusal => ({
  because: 'message is too large',
  frames,
  cap: frameCaps.framesPerMessage,
})

/** One frame of a message whose length has been checked: a carrier cuts as it sends, so that a large message is not held twice. */
export const frameAt = (id: number, message: Uint8Array, index: number): Bytes => {
  const piece = message.subarray(index * pieceLength, (index + 1) * pieceLength)
  const frame = new Uint8Array(headLength + piece.length)
  const view = new DataView(frame.buffer)
  view.setUint32(0, id)
  view.setUint16(4, index)
  view.setUint16(6, frameCount(message.length))
  frame.set(piece, headLength)
  return frame
}

/** Cuts a message. In: a number that no other message underway has (unsigned, 32 bits). Refuses a message over the cap. */
export const cutMessage = (id: number, message: Uint8Array): Result<readonly Bytes[], FrameRefusal> => {
  const count = frameCount(message.length)
  if (count > frameCaps.framesPerMessage) return refuse(tooLarge(count))
  return ok(Array.from({ length: count }, (_, index) => frameAt(id, message, index)))
}

type Frame = Readonly<{ id: number; index: number; count: number; piece: Bytes }>

const readFrame = (bytes: Uint8Array): Frame | undefined => {
  if (bytes.length < headLength || bytes.length > frameCaps.frameBytes) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [id, index, count] = [view.getUint32(0), view.getUint16(4), view.getUint16(6)]
  const piece = ownBytes(bytes.subarray(headLength))
  const isLast = index === count - 1
  const fits = isLast ? count === 1 || piece.length > 0 : piece.length === pieceLength
  return index < count && fits ? { id, index, count, piece } : undefined
}

/** Puts the frames of one channel together again. After a refusal the channel is not to be trusted and the joiner is thrown away. */
export class FrameJoiner {
  private readonly underway = new Map<number, Readonly<{ count: number; pieces: Bytes[] }>>()

  /** In: one frame, from anybody. Out: the message it made whole, or undefined while more is to come. Never throws. */
  take(bytes: Uint8Array): Result<Bytes | undefined, FrameRefusal> {
    const frame = readFrame(bytes)
    if (!frame) return refuse({ because: 'frame is malformed' })
    if (frame.count > frameCaps.framesPerMessage) return refuse(tooLarge(frame.count))
    const begun = this.underway.get(frame.id)
    if (begun) return this.goOn(frame, begun)
    if (frame.index !== 0) return refuse({ because: 'frame is malformed' })
    if (frame.count === 1) return ok(frame.piece)
    if (this.underway.size >= frameCaps.underway) {
      return refuse({ because: 'too many messages are underway', cap: frameCaps.underway })
    }
    this.underway.set(frame.id, { count: frame.count, pieces: [frame.piece] })
    return ok(undefined)
  }

  private goOn(
    { id, index, count, piece }: Frame,
    begun: Readonly<{ count: number; pieces: Bytes[] }>,
  ): Result<Bytes | undefined, FrameRefusal> {
    if (index !== begun.pieces.length || count !== begun.count) return refuse({ because: 'frame is malformed' })
    begun.pieces.push(piece)
    if (begun.pieces.length < count) return ok(undefined)
    this.underway.delete(id)
    return ok(joinBytes(...begun.pieces))
  }
}
