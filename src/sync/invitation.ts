import { readUint32BigEndian, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint32BigEndian, writeUint8Array } from 'lib0/encoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { joinBytes, sha256, textBytes, type Bytes } from '../journal/bytes.ts'
import { caps } from '../journal/caps.ts'
import { readBytes, readHash, readWhole } from '../journal/read-whole.ts'
import { longestBody, readCode, writeCode, type CodeRefusal } from './code.ts'
import { encodeDescription, readDescription, shortlist, type SessionDescription } from './session-description.ts'

/**
 * What a member hands to somebody who is to join, as a code of at most 280 signs or as a link. Whoever reads it on the way can try to join
 * in place of the one who was meant; the six digits that two people compare stop that.
 *
 * | bytes | what |
 * |---|---|
 * | 8 | tag of the workspace |
 * | 32 | the inviting device |
 * | 16 | secret, used once |
 * | 4 | when it ends, in seconds UTC, big endian |
 * | rest | session description, as many of its candidates as find room |
 */
export type Invitation = Readonly<{
  workspaceTag: Bytes
  device: Bytes
  secret: Bytes
  /** Milliseconds UTC, whole seconds. */
  ends: number
  description: SessionDescription
}>

export type InvitationRefusal = CodeRefusal | { readonly because: 'invitation has ended'; readonly ended: number }

const tagLength = 8
const secretLength = 16
const fixedLength = tagLength + 32 + secretLength + 4

/** How long an invitation holds: long enough for a mail to a colleague in the next room. */
export const invitationLasts = 10 * 60_000

/** Tells workspaces apart without naming one: first bytes of its id. In codes, and as a folder's name. */
export const workspaceTagOf = (workspace: Bytes): Bytes => workspace.slice(0, tagLength)

/** A new invitation. In: the inviting device's id, the description of its offer, the time in milliseconds UTC. */
export const makeInvitation = (
  place: Readonly<{ workspace: Bytes; device: Bytes }>,
  description: SessionDescription,
  now: number,
  secret: Bytes = crypto.getRandomValues(new Uint8Array(secretLength)),
): Invitation => ({
  workspaceTag: workspaceTagOf(place.workspace),
  device: place.device,
  secret,
  ends: Math.floor((now + invitationLasts) / 1000) * 1000,
  description,
})

/** As many candidates as find room; one always does. */
const fitting = (description: SessionDescription): Bytes => {
  const room = longestBody - fixedLength
  const withAtMost = (most: number): Bytes => {
    const bytes = encodeDescription({ ...description, candidates: shortlist(description.candidates, most) })
    return bytes.length <= room ? bytes : withAtMost(most - 1)
  }
  return withAtMost(description.candidates.length)
}

const encodeInvitation = ({ workspaceTag, device, secret, ends, description }: Invitation): Bytes => {
  const encoder = createEncoder()
  for (const part of [workspaceTag, device, secret]) writeUint8Array(encoder, part)
  writeUint32BigEndian(encoder, ends / 1000)
  return joinBytes(toUint8Array(encoder), fitting(description))
}

/** Names an invitation without telling anything of it; a reply says so which one it answers. */
export const invitationTag = async ({ secret }: Invitation): Promise<Bytes> =>
  (await sha256(joinBytes(textBytes('lotse/invitation/1\0'), secret))).slice(0, tagLength)

/** The invitation as text; `joinLink` makes a link of it. */
export const writeInvitation = (invitation: Invitation): Promise<string> =>
  writeCode('invitation', encodeInvitation(invitation))

const readFields = (decoder: Decoder): Invitation => ({
  workspaceTag: readBytes(decoder, tagLength),
  device: readHash(decoder),
  secret: readBytes(decoder, secretLength),
  ends: readUint32BigEndian(decoder) * 1000,
  description: readDescription(decoder),
})

/**
 * Reads an invitation. In: what was pasted or scanned, the time in milliseconds UTC. Refuses a damaged, newer or ended one. Clocks of two
 * devices differ: here it ends five minutes late, and the inviting device, which has the last word, ends it by its own clock.
 */
export const readInvitation = async (text: string, now: number): Promise<Result<Invitation, InvitationRefusal>> => {
  const code = await readCode(['invitation'], text)
  if (!code.ok) return code
  const invitation = readWhole(code.value.body, readFields)
  if (!invitation) return refuse({ because: 'code is damaged' })
  const hasEnded = now > invitation.ends + caps.clockAhead
  return hasEnded ? refuse({ because: 'invitation has ended', ended: invitation.ends }) : ok(invitation)
}
