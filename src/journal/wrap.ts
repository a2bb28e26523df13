import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { joinBytes, ownBytes, textBytes, toHex, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { currentAlg } from './header.ts'
import { makeSealingPair, publicHalf } from './keys.ts'
import type { KeyRefusal } from './refusal.ts'

const publicLength = 32
const headLength = 1 + publicLength
const keyLength = 32
const nonceBits = 96

/** Where a wrapped secret belongs. It goes into the key, so a wrapped key moved to another document or epoch does not open. */
export type WrapPlace = string

/** The place of a document's key epoch. */
export const epochPlace = (workspace: Bytes, document: string, epoch: number): WrapPlace =>
  `epoch/${toHex(workspace)}/${document}/${epoch}`

/** The place of a workspace's root private key. */
export const rootPlace = (workspace: Bytes): WrapPlace => `root/${toHex(workspace)}`

/**
 * Key and nonce for one secret, after HPKE's base mode (RFC 9180) in its plainest form: X25519 with a pair used once, then
 * HKDF-SHA-256 over both public keys and the place. The nonce may be derived because the key is never used again.
 */
const agree = async (own: CryptoKey, other: Bytes, publics: Bytes, place: WrapPlace) => {
  const otherKey = await crypto.subtle.importKey('raw', other, 'X25519', true, [])
  const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: otherKey }, own, 256)
  const material = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits'])
  const info = textBytes(`lotse/wrap/${currentAlg}\0${place}`)
  const bits = keyLength * 8 + nonceBits
  const derived = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: publics, info }, material, bits)
  const usages: KeyUsage[] = ['encrypt', 'decrypt']
  const key = await crypto.subtle.importKey('raw', derived.slice(0, keyLength), 'AES-GCM', false, usages)
  return { key, parameters: { name: 'AES-GCM', iv: new Uint8Array(derived.slice(keyLength)) } }
}

/**
 * Wraps a secret so that only one device opens it, and only for one place.
 * In: the secret, the recipient's raw X25519 public key, the place; a pair is made for it unless a test gives one.
 * Out: algorithm byte, ephemeral public key (32 bytes), AES-256-GCM ciphertext. Refuses a public key that cannot be agreed with.
 */
export const wrapSecret = async (
  secret: Uint8Array,
  recipient: Uint8Array,
  place: WrapPlace,
  ephemeral?: CryptoKeyPair,
): Promise<Result<Bytes, KeyRefusal>> => {
  const pair = ephemeral ?? (await makeSealingPair())
  const own = await publicHalf(pair)
  const other = ownBytes(recipient)
  try {
    const { key, parameters } = await agree(pair.privateKey, other, joinBytes(own, other), place)
    const ciphertext = await crypto.subtle.encrypt(parameters, key, ownBytes(secret))
    return ok(joinBytes(Uint8Array.of(currentAlg), own, new Uint8Array(ciphertext)))
  } catch {
    return refuse({ because: 'key is unusable' })
  }
}

/**
 * Opens what `wrapSecret` made for this device and place.
 * In: bytes from anywhere, the device's X25519 pair. Refuses another algorithm, another device, another place, changed bytes.
 */
export const unwrapSecret = async (
  wrapped: Uint8Array,
  sealing: CryptoKeyPair,
  place: WrapPlace,
): Promise<Result<Bytes, KeyRefusal>> => {
  const own = ownBytes(wrapped)
  if (own[0] !== currentAlg || own.length > caps.wrappedBytes) return refuse({ because: 'secret cannot be unwrapped' })
  const sender = own.slice(1, headLength)
  try {
    const publics = joinBytes(sender, await publicHalf(sealing))
    const { key, parameters } = await agree(sealing.privateKey, sender, publics, place)
    return ok(new Uint8Array(await crypto.subtle.decrypt(parameters, key, own.slice(headLength))))
  } catch {
    return refuse({ because: 'secret cannot be unwrapped' })
  }
}
