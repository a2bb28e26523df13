import { createEncoder, toUint8Array, writeUint8, writeVarUint } from 'lib0/encoding'
import { readUint8, readVarUint } from 'lib0/decoding'
import type { Bytes } from '../journal/bytes.ts'
import { readWhole } from '../journal/read-whole.ts'
import type { CloseReason } from './link.ts'

/**
 * Why a device is not let in, with the number that goes over the wire. Numbers are never used again; one of a newer app is read as
 * `other`.
 */
const reasons = {
  'version is unknown': 1,
  /** My own nonce came back: somebody holds a mirror. */
  reflection: 2,
  /** No key of the workspace's last three epochs is common to both: another workspace, or away for too many changes. */
  'door is another': 3,
  'certificate is wrong': 4,
  'device is removed': 5,
  /** The proof does not fit: a certificate without its key, or somebody between the two. */
  'proof is wrong': 6,
  'device is the same': 7,
  'message is malformed': 8,
  'message is out of turn': 9,
  silence: 10,
  'inviting device is another': 11,
  'not confirmed': 12,
  'not admitted': 13,
  'workspace is another': 14,
  'membership cannot be read': 15,
} as const

export type DenyReason = keyof typeof reasons | 'other'

/** `by`: who of the two closed the door. A link that ended as `too much`: more than 8 KiB came before the proof. */
export type DoorRefusal =
  | { readonly because: DenyReason; readonly by: 'here' | 'there' }
  | { readonly because: 'link ended'; readonly why: CloseReason }

export const denyType = 3

const names = Object.keys(reasons) as (keyof typeof reasons)[]

/** Type byte 3 and the reason's number. */
export const encodeDeny = (because: DenyReason): Bytes => {
  const encoder = createEncoder()
  writeUint8(encoder, denyType)
  writeVarUint(encoder, because === 'other' ? 0 : reasons[because])
  return toUint8Array(encoder)
}

/** Undefined when these bytes deny nothing. */
export const decodeDeny = (message: Uint8Array): DenyReason | undefined => {
  if (message[0] !== denyType) return undefined
  const code = readWhole(message, decoder => {
    readUint8(decoder)
    return readVarUint(decoder)
  })
  return names.find(name => reasons[name] === code) ?? 'other'
}

/** What the link is told. */
export const closingOf = (because: DenyReason): CloseReason => {
  if (because === 'silence') return 'silent'
  return because === 'message is malformed' || because === 'message is out of turn' ? 'malformed' : 'denied'
}
