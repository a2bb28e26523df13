import { refuse, ok, type Result } from '../domain/kernel/result.ts'
import { textBytes, type Bytes } from './bytes.ts'

/** Characters; a passphrase has to withstand someone who has what it seals and all the time in the world. */
export const shortestPassphrase = 12

export type PassphraseRefusal = Readonly<{ because: 'passphraseIsTooShort'; shortest: number }>

/** Nearly three times what OWASP asks of PBKDF2 with SHA-512 (2023: 210,000); a quarter of a second on an office PC. */
export const passphraseRounds = 600_000

/** One form whatever keyboard it was typed on: Unicode NFC. Refuses fewer than twelve characters. */
export const passphraseOf = (typed: string): Result<string, PassphraseRefusal> => {
  const passphrase = typed.normalize('NFC')
  return [...passphrase].length < shortestPassphrase
    ? refuse({ because: 'passphraseIsTooShort', shortest: shortestPassphrase })
    : ok(passphrase)
}

/**
 * What a passphrase is good for: material that keys are derived from with HKDF (`sealKeyOf`), and that shows neither itself nor the passphrase.
 * In: the passphrase as typed, a salt, rounds of PBKDF2-HMAC-SHA-512.
 */
export const passphraseMaterial = async (typed: string, salt: Bytes, rounds: number): Promise<CryptoKey> => {
  const secret = textBytes(typed.normalize('NFC'))
  const known = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: 'SHA-512', salt, iterations: rounds }
  const bits = await crypto.subtle.deriveBits(parameters, known, 256)
  return crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits'])
}

/** A key for AES-256-GCM, and as many bytes beside it as are asked for: HKDF-SHA-256 from the material. */
export const sealKeyOf = async (
  material: CryptoKey,
  salt: Bytes,
  info: string,
  beside: number,
): Promise<Readonly<{ key: CryptoKey; beside: Bytes }>> => {
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: textBytes(info) }
  const bits = await crypto.subtle.deriveBits(parameters, material, (32 + beside) * 8)
  const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { key, beside: new Uint8Array(bits.slice(32)) }
}
