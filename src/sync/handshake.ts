import { ok, type Result } from '../domain/kernel/result.ts'
import { equalBytes, hashLength, type Bytes } from '../journal/bytes.ts'
import { Conversation } from './conversation.ts'
import { doorEpochs, isMacOf, macOf } from './door-key.ts'
import type { DoorRefusal } from './door-refusal.ts'
import {
  decodeHello,
  decodeProof,
  doorVersion,
  encodeHello,
  encodeProof,
  helloVersion,
  messageTypes,
  type Hello,
} from './hello.ts'
import type { Link, StrangerLink } from './link.ts'
import type { Timer } from './timer.ts'
import { sidesOf, transcriptOf, type Said } from './transcript.ts'

/** Who is at the other end: a device of the workspace, by its certificate. */
export type PeerDevice = Readonly<{ id: Bytes; person: string; verifyKey: CryptoKey }>

/** What a device needs to be let in and to let in. */
export type Door = Readonly<{
  /** This device's id. */
  device: Bytes
  /** Keys of the last epochs of `workspace#1` (`doorKeyOf`), the newest first; three are used. */
  keys: readonly CryptoKey[]
  /** This device's certificates, up to one that every member knows. Together with the rest a hello must stay below 8 KiB. */
  chain: Bytes
  /** Ed25519 with this device's key. */
  sign(bytes: Bytes): Promise<Bytes>
  /** Whose chain of certificates this is, by the membership as it is known here. */
  whoIs(chain: Bytes): Promise<Result<PeerDevice, Readonly<{ because: 'certificate is wrong' | 'device is removed' }>>>
  timer: Timer
}>

/** A link on which both sides have proved who they are. */
export type OpenLink = Readonly<{ link: Link; peer: PeerDevice }>

/** Until both have proved who they are, in milliseconds. */
export const proofTime = 10_000

const freshNonce = (): Bytes => crypto.getRandomValues(new Uint8Array(hashLength))

/**
 * Both sides prove which device of the workspace they are, and that nobody stands between them.
 * In: a link on which nothing was said yet, and this device's door; the nonce is random unless a test gives one.
 * Out: the link and who is at its other end, once both have accepted each other; or why not, with the link closed. Until then nothing is
 * said but a hello, a proof and perhaps a refusal.
 */
export const shakeHands = async (
  link: StrangerLink,
  door: Door,
  nonce: Bytes = freshNonce(),
): Promise<Result<OpenLink, DoorRefusal>> => {
  const talk = new Conversation(link, door.timer)
  talk.allow(proofTime)
  const tags = await Promise.all(door.keys.slice(0, doorEpochs).map(key => macOf(key, nonce)))
  const own: Said = { nonce, hello: encodeHello({ version: doorVersion, nonce, tags, chain: door.chain }) }
  talk.say(own.hello)
  const met = await hearHello(talk, door, own)
  if (!met.ok) return met
  const { peer, other } = met.value
  const sides = sidesOf(link)
  talk.say(encodeProof(await door.sign(await transcriptOf(label, link, own, other, sides.own))))
  const proof = await talk.hear(messageTypes.proof)
  if (!proof.ok) return proof
  const proved = await transcriptOf(label, link, own, other, sides.other)
  if (!(await isSigned(peer, decodeProof(proof.value), proved))) return talk.deny('proof is wrong')
  link.trust()
  // The other one may still be checking: what is said before it has heard this counts as a stranger's.
  talk.say(Uint8Array.of(messageTypes.open))
  const open = await talk.hear(messageTypes.open)
  if (!open.ok) return open
  talk.finish()
  return ok({ link, peer })
}

const label = 'lotse/auth/1'

const isSigned = async (peer: PeerDevice, signature: Bytes | undefined, bytes: Bytes): Promise<boolean> =>
  signature !== undefined && crypto.subtle.verify('Ed25519', peer.verifyKey, signature, bytes)

type Met = Readonly<{ peer: PeerDevice; other: Said }>

const hearHello = async (talk: Conversation, door: Door, own: Said): Promise<Result<Met, DoorRefusal>> => {
  const heard = await talk.hear(messageTypes.hello)
  if (!heard.ok) return heard
  const version = helloVersion(heard.value)
  if (version !== undefined && version !== doorVersion) return talk.deny('version is unknown')
  const hello = decodeHello(heard.value)
  if (!hello) return talk.deny('message is malformed')
  if (equalBytes(hello.nonce, own.nonce)) return talk.deny('reflection')
  if (!(await isOurDoor(door, hello))) return talk.deny('door is another')
  const peer = await door.whoIs(hello.chain)
  if (!peer.ok) return talk.deny(peer.refusal.because)
  if (equalBytes(peer.value.id, door.device)) return talk.deny('device is the same')
  return ok({ peer: peer.value, other: { nonce: hello.nonce, hello: heard.value } })
}

const isOurDoor = async ({ keys }: Door, { nonce, tags }: Hello): Promise<boolean> => {
  const tries = keys.slice(0, doorEpochs).flatMap(key => tags.map(tag => isMacOf(key, tag, nonce)))
  return (await Promise.all(tries)).includes(true)
}
