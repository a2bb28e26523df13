import type { Bytes } from '../journal/bytes.ts'
import type { CloseReason } from './link.ts'

/**
 * The last message on a link: type 19 and why, one byte each. Carriers say and hear it themselves, so that both ends tell the same reason;
 * whoever uses a link only calls `close`.
 */
export const byeType = 19
const reasons = ['left', 'denied', 'malformed', 'too much', 'silent'] as const

/** Undefined for a link that is lost: nobody is there to hear it. */
export const encodeBye = (why: CloseReason): Bytes | undefined =>
  why === 'lost' ? undefined : Uint8Array.of(byeType, reasons.indexOf(why) + 1)

/** Why the other end leaves, or undefined when a message is no farewell. A reason of a newer app is a farewell all the same. */
export const decodeBye = (message: Uint8Array): CloseReason | undefined =>
  message[0] === byeType ? (reasons[(message[1] ?? 0) - 1] ?? 'left') : undefined
