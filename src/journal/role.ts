import { readVarUint, type Decoder } from 'lib0/decoding'
import { writeVarUint, type Encoder } from 'lib0/encoding'

/** What a person may do in a document, least first; the number in an entry is the place in this list. */
const roles = ['none', 'reader', 'writer', 'admin'] as const
export type Role = (typeof roles)[number]

/** Whether a role allows what `least` allows: each allows what stands before it. */
export const reaches = (role: Role, least: Role): boolean => roles.indexOf(role) >= roles.indexOf(least)

/** Writes a role; `readRole` is its other half. */
export const writeRole = (encoder: Encoder, role: Role): void => writeVarUint(encoder, roles.indexOf(role))

/** Throws on a number that is no role; only for use inside `readWhole`. */
export const readRole = (decoder: Decoder): Role => {
  const role = roles[readVarUint(decoder)]
  if (role === undefined) throw new RangeError('unknown role')
  return role
}
