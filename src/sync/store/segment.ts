import { ok, refuse, type Result } from '../../domain/kernel/result.ts'
import { equalBytes, joinBytes, ownBytes, sha256, textBytes, toHex, type Bytes } from '../../journal/bytes.ts'
import { signatureLength, tagLength as gcmTagLength } from '../../journal/entry.ts'
import { sealKeyOf } from '../../journal/passphrase.ts'
import { unwrapSecret, wrapSecret, type WrapPlace } from '../../journal/wrap.ts'
import { bodyOf, readPlain, signedOf, type SegmentContent } from './segment-body.ts'
import {
  checkLength,
  keyLength,
  refuseForm,
  saltLength,
  segmentAlgorithm,
  segmentAt,
  segmentBeginning,
  segmentCaps,
  segmentInfo,
  segmentVersion,
  slotLength,
  sumLength,
  type SegmentRefusal,
} from './segment-form.ts'

export type SegmentSeal = Readonly<{
  tag: Bytes
  /** The document's epoch secret as material for HKDF (`segmentMaterial`). */
  material: CryptoKey
  /** Raw X25519 public keys of the devices that get the content key beside it. */
  recipients: readonly Bytes[]
  device: Bytes
  signing: CryptoKey
}>

/** What is otherwise random. A test gives it. */
export type SegmentChance = Readonly<{ salt: Bytes; contentKey: Bytes; ephemeral?: CryptoKeyPair }>

export type SegmentOpener = Readonly<{
  tag: Bytes
  /** Materials this device has, the likeliest first. */
  materials: readonly CryptoKey[]
  sealing: CryptoKeyPair
}>

/** An opened segment. Whether its device has signed it says `isSignedBy`: who reads may not know the device before it has read. */
export type OpenedSegment = SegmentContent & Readonly<{ device: Bytes; signed: Bytes; signature: Bytes }>

/** An epoch's secret, as material that keys of segments are made of and that cannot be read out. */
export const segmentMaterial = (secret: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])

const noNonce = new Uint8Array(12)
const gcm = (additionalData: Bytes): AesGcmParams => ({ name: 'AES-GCM', iv: noNonce, additionalData })
const importKey = (key: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
const slotPlace = (tag: Bytes, salt: Bytes): WrapPlace => `segment/${toHex(tag)}/${toHex(salt)}`

const bigEndian = (value: number, bytes: 2 | 4): Bytes => {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value)
  return new Uint8Array(view.buffer, 4 - bytes).slice()
}

const freshChance = (): SegmentChance => ({
  salt: crypto.getRandomValues(new Uint8Array(saltLength)),
  contentKey: crypto.getRandomValues(new Uint8Array(keyLength)),
})

/**
 * Seals and signs a segment. In: entries as they are in the journal, and who writes. Refuses what no reader would take, and a recipient
 * whose key cannot be agreed with is left out.
 */
export const sealSegment = async (
  content: SegmentContent,
  { tag, material, recipients, device, signing }: SegmentSeal,
  { salt, contentKey, ephemeral }: SegmentChance = freshChance(),
): Promise<Result<Bytes, SegmentRefusal>> => {
  const body = bodyOf(device, content)
  const slots: Bytes[] = []
  for (const recipient of recipients.slice(0, segmentCaps.slots)) {
    const slot = await wrapSecret(contentKey, recipient, slotPlace(tag, salt), ephemeral)
    if (slot.ok) slots.push(slot.value)
  }
  const bodyAt = segmentAt.firstSlot + slots.length * slotLength
  const length = bodyAt + body.length + signatureLength + gcmTagLength + sumLength
  if (length > segmentCaps.bytes || content.entries.length > segmentCaps.entries)
    return refuse({ because: 'segment is too large' })
  const { key, beside } = await sealKeyOf(material, salt, segmentInfo, checkLength)
  const beginning = joinBytes(textBytes(segmentBeginning), Uint8Array.of(segmentVersion, segmentAlgorithm), tag)
  const head = joinBytes(beginning, bigEndian(length, 4), salt, beside)
  const sealedKey = new Uint8Array(await crypto.subtle.encrypt(gcm(head), key, contentKey))
  const before = joinBytes(head, sealedKey, bigEndian(slots.length, 2), ...slots)
  const signature = await crypto.subtle.sign('Ed25519', signing, signedOf(tag, salt, body))
  const plain = joinBytes(body, new Uint8Array(signature))
  const sealed = await crypto.subtle.encrypt(gcm(before), await importKey(contentKey), plain)
  const all = joinBytes(before, new Uint8Array(sealed))
  return ok(joinBytes(all, await sha256(all)))
}

/** Undefined as a value of a promise: it does not open. */
const decrypted = async (key: CryptoKey, additional: Bytes, sealed: Bytes): Promise<Bytes | undefined> => {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(additional), key, sealed))
  } catch {
    return undefined
  }
}

const contentKeyOf = async (bytes: Bytes, slots: number, opener: SegmentOpener): Promise<Bytes | undefined> => {
  const salt = bytes.slice(segmentAt.salt, segmentAt.check)
  const check = bytes.subarray(segmentAt.check, segmentAt.sealedKey)
  for (const material of opener.materials) {
    const { key, beside } = await sealKeyOf(material, salt, segmentInfo, checkLength)
    if (equalBytes(beside, check))
      return decrypted(key, bytes.slice(0, segmentAt.sealedKey), bytes.slice(segmentAt.sealedKey, segmentAt.slots))
  }
  for (let slot = 0; slot < slots; slot++) {
    const from = segmentAt.firstSlot + slot * slotLength
    const place = slotPlace(opener.tag, salt)
    const unwrapped = await unwrapSecret(bytes.subarray(from, from + slotLength), opener.sealing, place)
    if (unwrapped.ok) return unwrapped.value
  }
  return undefined
}

/**
 * Opens a segment. In: bytes from anywhere, the keys of this device. Out: what is in it, the signature unchecked. Refuses what is no
 * segment, or not whole, or not for this device; never throws, and takes no longer than its length and its slots.
 */
export const openSegment = async (
  bytes: Uint8Array,
  opener: SegmentOpener,
): Promise<Result<OpenedSegment, SegmentRefusal>> => {
  if (bytes.length > segmentCaps.bytes) return refuse({ because: 'segment is too large' })
  const own = ownBytes(bytes)
  const wrongForm = await refuseForm(own, opener.tag)
  if (wrongForm) return refuse(wrongForm)
  const slots = new DataView(own.buffer).getUint16(segmentAt.slots)
  const bodyAt = segmentAt.firstSlot + slots * slotLength
  if (slots > segmentCaps.slots || bodyAt + sumLength > own.length) return refuse({ because: 'segment is malformed' })
  const contentKey = await contentKeyOf(own, slots, opener)
  if (!contentKey) return refuse({ because: 'key is missing' })
  if (contentKey.length !== keyLength) return refuse({ because: 'segment is malformed' })
  const plain = await decrypted(await importKey(contentKey), own.slice(0, bodyAt), own.slice(bodyAt, -sumLength))
  const read = plain && readPlain(plain)
  if (!plain || !read) return refuse({ because: 'segment is malformed' })
  const signed = signedOf(opener.tag, own.slice(segmentAt.salt, segmentAt.check), plain.slice(0, -signatureLength))
  return ok({ ...read, signed })
}

/** Whether the device it names has laid it down. In: that device's key. */
export const isSignedBy = ({ signature, signed }: OpenedSegment, key: CryptoKey): Promise<boolean> =>
  crypto.subtle.verify('Ed25519', key, signature, signed)
