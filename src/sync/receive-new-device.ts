import { ok, type Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { DevicePublic } from '../journal/keys.ts'
import { Conversation } from './conversation.ts'
import { pairingKeyOf } from './door-key.ts'
import type { DoorRefusal } from './door-refusal.ts'
import { proofTime, type Door, type OpenLink } from './handshake.ts'
import type { Invitation } from './invitation.ts'
import type { StrangerLink } from './link.ts'
import { commitmentTo, decodePairingProof, encodeAdmission, pairingTypes, type Admission } from './pairing-messages.ts'
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
import type { Timer } from './timer.ts'

/** Who wants to join, as the person is asked: six digits to compare over the phone or across the table. */
export type Asked = Readonly<{ code: string; label: string; device: DevicePublic }>

export type InviterPorts = Readonly<{
  own: PairingDevice
  /** A person looks at both screens and decides. The signal says that the other one has gone. */
  confirm(asked: Asked, signal: AbortSignal): Promise<boolean>
  /** Makes the device a member. Out: what it needs to know; for a device that is in already the same again. */
  admit(device: DevicePublic, label: string): Promise<Result<Admission, Readonly<{ because: string }>>>
  /** Instead of `admit`, where the device has to bring the root's word. */
  byRoot?: ((talk: Conversation, device: DevicePublic) => Promise<Result<Admission, DoorRefusal>>) | undefined
  /** This device's door, as it is after the admission. */
  door(): Promise<Door>
  timer: Timer
}>

/**
 * The inviting side. In: the link that the reply to this invitation opened. Out: the open link to the new member, or why not, with the
 * link closed. Until the person has confirmed, nothing leaves this device but its public keys, its label and proofs.
 */
export const receiveNewDevice = async (
  link: StrangerLink,
  invitation: Invitation,
  ports: InviterPorts,
  nonce: Bytes = pairingNonce(),
): Promise<Result<OpenLink, DoorRefusal>> => {
  const talk = new Conversation(link, ports.timer)
  const spoken = await proveAsInviter(talk, invitation, ports.own, nonce)
  if (!spoken.ok) return spoken
  const { peer } = spoken.value
  const asked = { code: await comparisonCode(spoken.value), label: spoken.value.label, device: peer }
  talk.allow(confirmTime)
  const confirmed = await talk.meanwhile(signal => ports.confirm(asked, signal), 'not confirmed')
  if (!confirmed.ok) return confirmed
  if (!confirmed.value) return talk.deny('not confirmed')
  talk.allow(enterTime)
  const admission = await admitted(talk, asked, ports)
  if (!admission.ok) return admission
  talk.say(encodeAdmission(admission.value))
  const joined = await talk.hear(pairingTypes.joined)
  if (!joined.ok) return joined
  talk.finish()
  return meetAs(link, await ports.door(), peer)
}

const admitted = async (
  talk: Conversation,
  { device, label }: Asked,
  { admit, byRoot }: InviterPorts,
): Promise<Result<Admission, DoorRefusal>> => {
  if (byRoot) return byRoot(talk, device)
  const admission = await admit(device, label)
  if (!admission.ok) return talk.deny('not admitted')
  talk.link.trust()
  return admission
}

const proveAsInviter = async (
  talk: Conversation,
  invitation: Invitation,
  device: PairingDevice,
  nonce: Bytes,
): Promise<Result<Spoken, DoorRefusal>> => {
  const { link } = talk
  talk.allow(proofTime)
  const own = { nonce, hello: helloOf(device, await commitmentTo(nonce)) }
  talk.say(own.hello)
  const heardHello = await hearHello(talk, device)
  if (!heardHello.ok) return heardHello
  const { hello, bytes } = heardHello.value
  const other = { nonce: hello.nonce, hello: bytes }
  const key = await pairingKeyOf(invitation.secret)
  const spoken = { link, key, own, other, peer: await publicOf(hello), label: hello.label }
  talk.say(await proofOf(spoken, device.sign, nonce))
  const heard = await talk.hear(pairingTypes.proof)
  if (!heard.ok) return heard
  const proof = decodePairingProof(heard.value, 0)
  return proof && (await isProved(spoken, proof.mac, proof.signature)) ? ok(spoken) : talk.deny('proof is wrong')
}
