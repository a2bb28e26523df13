import { ok, type Result } from '../domain/kernel/result.ts'
import { equalBytes, hashLength, type Bytes } from '../journal/bytes.ts'
import type { RootSpeech } from './by-root.ts'
import { Conversation } from './conversation.ts'
import { pairingKeyOf } from './door-key.ts'
import type { DoorRefusal } from './door-refusal.ts'
import { proofTime, type Door, type OpenLink } from './handshake.ts'
import { workspaceTagOf, type Invitation } from './invitation.ts'
import type { StrangerLink } from './link.ts'
import { commitmentTo, decodeAdmission, decodePairingProof, pairingTypes, type Admission } from './pairing-messages.ts'
import {
  comparisonCode,
  confirmTime,
  enterTime,
  hearHello,
  helloOf,
  isProved,
  meetAs,
  pairingNonce,
  proofOf,
  publicOf,
  type PairingDevice,
  type Spoken,
} from './pairing-proof.ts'
import { speakForRoot } from './root-speech.ts'
import type { Timer } from './timer.ts'

export type JoinerPorts = Readonly<{
  own: PairingDevice
  /** The six digits are to stand on the screen, beside who invites. */
  show(code: string, label: string): void
  /** Becomes a member with these entries, in which the inviting device must be one. Out: the door from then on. */
  enter(admission: Admission, inviter: Bytes): Promise<Result<Door, Readonly<{ because: string }>>>
  /** This device has a recovery sheet open. */
  byRoot?: RootSpeech | undefined
  timer: Timer
}>

/**
 * The invited side. In: the link that its reply to this invitation opened. Out: the open link to the inviting device, or why not, with
 * the link closed.
 */
export const joinByInvitation = async (
  link: StrangerLink,
  invitation: Invitation,
  ports: JoinerPorts,
  nonce: Bytes = pairingNonce(),
): Promise<Result<OpenLink, DoorRefusal>> => {
  const talk = new Conversation(link, ports.timer)
  const spoken = await proveAsJoiner(talk, invitation, ports.own, nonce)
  if (!spoken.ok) return spoken
  const { peer } = spoken.value
  link.trust()
  ports.show(await comparisonCode(spoken.value), spoken.value.label)
  talk.allow(confirmTime + enterTime)
  const first = await talk.hear(pairingTypes.admission, pairingTypes.rootAsked)
  if (!first.ok) return first
  const isAsked = first.value[0] === pairingTypes.rootAsked
  const heard = isAsked ? await speakForRoot(talk, first.value, ports.byRoot) : first
  if (!heard.ok) return heard
  talk.finish()
  const admission = decodeAdmission(heard.value)
  if (!admission) return talk.deny('message is malformed')
  if (!equalBytes(workspaceTagOf(admission.workspace), invitation.workspaceTag))
    return talk.deny('workspace is another')
  const door = await ports.enter(admission, peer.id)
  if (!door.ok) return talk.deny('membership cannot be read')
  talk.say(Uint8Array.of(pairingTypes.joined))
  return meetAs(link, door.value, peer)
}

const proveAsJoiner = async (
  talk: Conversation,
  invitation: Invitation,
  device: PairingDevice,
  nonce: Bytes,
): Promise<Result<Spoken, DoorRefusal>> => {
  const { link } = talk
  talk.allow(proofTime)
  const heardHello = await hearHello(talk, device)
  if (!heardHello.ok) return heardHello
  const { hello, bytes } = heardHello.value
  const peer = await publicOf(hello)
  if (!equalBytes(peer.id, invitation.device)) return talk.deny('inviting device is another')
  const own = { nonce, hello: helloOf(device, nonce) }
  talk.say(own.hello)
  const heard = await talk.hear(pairingTypes.proof)
  if (!heard.ok) return heard
  const proof = decodePairingProof(heard.value, hashLength)
  if (!proof || !equalBytes(await commitmentTo(proof.nonce), hello.nonce)) return talk.deny('proof is wrong')
  const other = { nonce: proof.nonce, hello: bytes }
  const key = await pairingKeyOf(invitation.secret)
  const spoken = { link, key, own, other, peer, label: hello.label }
  if (!(await isProved(spoken, proof.mac, proof.signature))) return talk.deny('proof is wrong')
  talk.say(await proofOf(spoken, device.sign, new Uint8Array()))
  return ok(spoken)
}
