import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { ownBytes, sha256, type Bytes } from './bytes.ts'
import type { KeyRefusal } from './refusal.ts'

/** What a device is to others: its keys' public halves, raw, 32 bytes each, and its id. */
export type DevicePublic = Readonly<{ id: Bytes; signingPublic: Bytes; sealingPublic: Bytes }>

/** A device's own keys. Both private keys are non-extractable: they can be stored in IndexedDB and used, never read out. */
export type DeviceKeys = DevicePublic & Readonly<{ signing: CryptoKeyPair; sealing: CryptoKeyPair }>

/**
 * A workspace's root. `privateKey` is PKCS #8 and exists in the open only between its making and its wrapping (`wrapSecret`);
 * `signing` is the same key, non-extractable, for the founding entry.
 */
export type RootKeys = Readonly<{ workspace: Bytes; publicKey: Bytes; signing: CryptoKey; privateKey: Bytes }>

const makeSigningPair = (extractable: boolean): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey('Ed25519', extractable, ['sign', 'verify'])

const rawPublic = async (pair: CryptoKeyPair): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))

/** The id of whoever holds this key: SHA-256 of the raw public key. Workspaces (root key) and devices (Ed25519 key) are named so. */
export const keyIdOf = (rawPublicKey: Uint8Array): Promise<Bytes> => sha256(rawPublicKey)

/** A new key pair for one agreement (see `wrapSecret`) or one device. */
export const makeSealingPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])

/** The public half, raw, 32 bytes. */
export const publicHalf = rawPublic

/** New keys for this browser. Out: the pairs to keep in IndexedDB as they are, and what others need to know. */
export const makeDeviceKeys = async (): Promise<DeviceKeys> => {
  const [signing, sealing] = await Promise.all([makeSigningPair(false), makeSealingPair()])
  const [signingPublic, sealingPublic] = await Promise.all([rawPublic(signing), rawPublic(sealing)])
  return { id: await keyIdOf(signingPublic), signing, sealing, signingPublic, sealingPublic }
}

/** A new workspace: its root keys and its id. */
export const makeRootKeys = async (): Promise<RootKeys> => {
  const pair = await makeSigningPair(true)
  const publicKey = await rawPublic(pair)
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const signing = await crypto.subtle.importKey('pkcs8', privateKey, 'Ed25519', false, ['sign'])
  return { workspace: await keyIdOf(publicKey), publicKey, signing, privateKey }
}

/** A new key of a document's epoch: 32 random bytes, kept only wrapped and used through `importEpochKey`. */
export const makeEpochSecret = (): Bytes => crypto.getRandomValues(new Uint8Array(32))

type Import = () => Promise<CryptoKey>

const usable = async (importKey: Import): Promise<Result<CryptoKey, KeyRefusal>> => {
  try {
    return ok(await importKey())
  } catch {
    return refuse({ because: 'key is unusable' })
  }
}

/** The AES-256-GCM key of an epoch, non-extractable. Refuses anything but 32 bytes. */
export const importEpochKey = (secret: Uint8Array): Promise<Result<CryptoKey, KeyRefusal>> =>
  secret.length === 32
    ? usable(() => crypto.subtle.importKey('raw', ownBytes(secret), 'AES-GCM', false, ['encrypt', 'decrypt']))
    : Promise.resolve(refuse({ because: 'key is unusable' }))

/** A key to check signatures with, from the raw Ed25519 public key of a certificate or of a root. */
export const importVerifyKey = (signingPublic: Uint8Array): Promise<Result<CryptoKey, KeyRefusal>> =>
  usable(() => crypto.subtle.importKey('raw', ownBytes(signingPublic), 'Ed25519', true, ['verify']))

/** The root's private key back from its unwrapped PKCS #8, non-extractable, for certifying the next device. */
export const importRootKey = (privateKey: Uint8Array): Promise<Result<CryptoKey, KeyRefusal>> =>
  usable(() => crypto.subtle.importKey('pkcs8', ownBytes(privateKey), 'Ed25519', false, ['sign']))

const base64UrlBytes = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

/** A workspace's root from its private key alone: the public key follows from it, and from that the workspace. In: PKCS #8. */
export const rootKeysOf = async (privateKey: Uint8Array): Promise<Result<RootKeys, KeyRefusal>> => {
  const own = ownBytes(privateKey)
  const readable = await usable(() => crypto.subtle.importKey('pkcs8', own, 'Ed25519', true, ['sign']))
  const signing = await importRootKey(own)
  if (!readable.ok || !signing.ok) return refuse({ because: 'key is unusable' })
  const publicKey = base64UrlBytes(String((await crypto.subtle.exportKey('jwk', readable.value)).x))
  return ok({ workspace: await keyIdOf(publicKey), publicKey, signing: signing.value, privateKey: own })
}
