import type { Decoder } from 'lib0/decoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, joinBytes, textBytes, type Bytes } from '../journal/bytes.ts'
import { readBytes, readWhole } from '../journal/read-whole.ts'
import { readCode, writeCode, type CodeRefusal } from './code.ts'
import { invitationTag, type Invitation } from './invitation.ts'
import { encodeDescription, readDescription, type SessionDescription } from './session-description.ts'

/**
 * What the invited device sends back, as a code. `isMember`: it belongs to the workspace already and only has to be met.
 *
 * | bytes | what |
 * |---|---|
 * | 8 | tag of the invitation |
 * | n | session description |
 * | 16 | first bytes of HMAC-SHA-256 over `lotse/reply/1\0` and all before, with the invitation's secret |
 */
export type Reply = Readonly<{
  isMember: boolean
  invitation: Bytes
  description: SessionDescription
  mac: Bytes
  signed: Bytes
}>

const tagLength = 8
const macLength = 16

const macOf = async ({ secret }: Invitation, body: Bytes): Promise<Bytes> => {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, joinBytes(textBytes('lotse/reply/1\0'), body))
  return new Uint8Array(mac).slice(0, macLength)
}

/** The answer to an invitation as text. In: the description of the answer that this device made to the invitation's offer. */
export const writeReply = async (
  invitation: Invitation,
  description: SessionDescription,
  isMember = false,
): Promise<string> => {
  const body = joinBytes(await invitationTag(invitation), encodeDescription(description))
  return writeCode(isMember ? 'return' : 'reply', joinBytes(body, await macOf(invitation, body)))
}

const readFields = (decoder: Decoder): Omit<Reply, 'signed' | 'isMember'> => ({
  invitation: readBytes(decoder, tagLength),
  description: readDescription(decoder),
  mac: readBytes(decoder, macLength),
})

/** Reads a reply. In: what was pasted or scanned. Which invitation it answers is for `isReplyTo` to say. */
export const readReply = async (text: string): Promise<Result<Reply, CodeRefusal>> => {
  const code = await readCode(['reply', 'return'], text)
  if (!code.ok) return code
  const { kind, body } = code.value
  const reply = readWhole(body, readFields)
  if (!reply) return refuse({ because: 'code is damaged' })
  return ok({ ...reply, isMember: kind === 'return', signed: body.slice(0, -macLength) })
}

/** Whether a reply was made by somebody who holds this invitation. */
export const isReplyTo = async (invitation: Invitation, reply: Reply): Promise<boolean> =>
  equalBytes(await macOf(invitation, reply.signed), reply.mac)
