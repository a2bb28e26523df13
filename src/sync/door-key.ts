import { textBytes, type Bytes } from '../journal/bytes.ts'

/** How many epochs of `workspace#1` a door is tried with: a device may have slept through two changes and still knock. */
export const doorEpochs = 3

/** HKDF-SHA-256 without salt, as a key for HMAC-SHA-256 that cannot be read out. */
const deriveMacKey = async (secret: Bytes, info: string): Promise<CryptoKey> => {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: textBytes(info) }
  const mac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return crypto.subtle.deriveKey(derivation, material, mac, false, ['sign', 'verify'])
}

/** The key of the door for one epoch. In: the unwrapped secret of that epoch of `workspace#1`. */
export const doorKeyOf = (epochSecret: Bytes): Promise<CryptoKey> => deriveMacKey(epochSecret, 'lotse/door/1')

/** The key with which an invited device proves that it holds the invitation. In: the invitation's secret. */
export const pairingKeyOf = (secret: Bytes): Promise<CryptoKey> => deriveMacKey(secret, 'lotse/pair/1')

/** HMAC-SHA-256, 32 bytes. */
export const macOf = async (key: CryptoKey, bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))

/** In constant time. */
export const isMacOf = (key: CryptoKey, mac: Bytes, bytes: Bytes): Promise<boolean> =>
  crypto.subtle.verify('HMAC', key, mac, bytes)
