import { ok, type Result } from '../domain/kernel/result.ts'
import { equalBytes, hashLength, joinBytes, sha256, textBytes, type Bytes } from '../journal/bytes.ts'
import { importVerifyKey, keyIdOf, type DevicePublic } from '../journal/keys.ts'
import type { Conversation } from './conversation.ts'
import { isMacOf, macOf } from './door-key.ts'
import type { DoorRefusal } from './door-refusal.ts'
import { shakeHands, type Door, type OpenLink } from './handshake.ts'
import type { StrangerLink } from './link.ts'
import {
  decodePairingHello,
  encodePairingHello,
  encodePairingProof,
  labelOf,
  pairingTypes,
  pairingVersion,
  type PairingHello,
} from './pairing-messages.ts'
import { sidesOf, transcriptOf, type Said, type Side } from './transcript.ts'

/** This device, as far as a pairing shows it. */
export type PairingDevice = Readonly<{
  signingPublic: Bytes
  sealingPublic: Bytes
  /** How it is to be called over there, such as `Cem Aydın`. */
  label: string
  /** Ed25519 with this device's key. */
  sign(bytes: Bytes): Promise<Bytes>
}>

/** How long a person may take to compare six digits, in milliseconds. */
export const confirmTime = 5 * 60_000

/** How long a new device may take to read the membership log, in milliseconds. */
export const enterTime = 60_000

const proofLabel = 'lotse/pair/1'

export const pairingNonce = (): Bytes => crypto.getRandomValues(new Uint8Array(hashLength))

/** Everything both sides have said when the digits are made. */
export type Spoken = Readonly<{
  link: StrangerLink
  key: CryptoKey
  own: Said
  other: Said
  peer: DevicePublic
  label: string
}>

/** This side's hello. `nonce`: of the inviting side what it commits itself to. */
export const helloOf = ({ signingPublic, sealingPublic, label }: PairingDevice, nonce: Bytes): Bytes =>
  encodePairingHello({ version: pairingVersion, signingPublic, sealingPublic, nonce, label: labelOf(label) })

export const publicOf = async ({ signingPublic, sealingPublic }: PairingHello): Promise<DevicePublic> => ({
  id: await keyIdOf(signingPublic),
  signingPublic,
  sealingPublic,
})

/** The bytes that the proofs of one side cover. */
const provedBy = ({ link, own, other }: Spoken, side: Side): Promise<Bytes> =>
  transcriptOf(proofLabel, link, own, other, side)

/** This side's proof: that it holds the invitation, and the key it shows. */
export const proofOf = async (spoken: Spoken, sign: PairingDevice['sign'], nonce: Bytes): Promise<Bytes> => {
  const bytes = await provedBy(spoken, sidesOf(spoken.link).own)
  const [mac, signature] = await Promise.all([macOf(spoken.key, bytes), sign(bytes)])
  return encodePairingProof({ nonce, mac, signature })
}

/** Whether the other side has proved the same. */
export const isProved = async (spoken: Spoken, mac: Bytes, signature: Bytes): Promise<boolean> => {
  const bytes = await provedBy(spoken, sidesOf(spoken.link).other)
  const key = await importVerifyKey(spoken.peer.signingPublic)
  if (!key.ok || !(await isMacOf(spoken.key, mac, bytes))) return false
  return crypto.subtle.verify('Ed25519', key.value, signature, bytes)
}

/**
 * Six digits from all that both sides have said and seen. Somebody between them has to settle on a nonce towards each side before knowing
 * that side's own, so one try in a million fits.
 */
export const comparisonCode = async (spoken: Spoken): Promise<string> => {
  const hash = await sha256(joinBytes(textBytes('lotse/compare/1\0'), await provedBy(spoken, 'offering')))
  return String(new DataView(hash.buffer).getUint32(0) % 1_000_000).padStart(6, '0')
}

/** The other one's hello, and the very bytes that it came in. */
export const hearHello = async (
  talk: Conversation,
  own: PairingDevice,
): Promise<Result<Readonly<{ hello: PairingHello; bytes: Bytes }>, DoorRefusal>> => {
  const heard = await talk.hear(pairingTypes.hello)
  if (!heard.ok) return heard
  const hello = decodePairingHello(heard.value)
  if (hello && hello.version !== pairingVersion) return talk.deny('version is unknown')
  if (!hello) return talk.deny('message is malformed')
  const isMirror = equalBytes(hello.signingPublic, own.signingPublic)
  return isMirror ? talk.deny('device is the same') : ok({ hello, bytes: heard.value })
}

/** The ordinary handshake, in which nobody but the device of this pairing may appear. */
export const meetAs = async (
  link: StrangerLink,
  door: Door,
  peer: DevicePublic,
): Promise<Result<OpenLink, DoorRefusal>> => {
  const whoIs: Door['whoIs'] = async chain => {
    const found = await door.whoIs(chain)
    const isOther = found.ok && !equalBytes(found.value.id, peer.id)
    return isOther ? { ok: false, refusal: { because: 'certificate is wrong' } } : found
  }
  return shakeHands(link, { ...door, whoIs })
}
