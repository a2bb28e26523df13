import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { equalBytes, hashNow, joinBytes, ownBytes, type Bytes } from './bytes.ts'
import { rootKeysOf, type RootKeys } from './keys.ts'
import { passphraseMaterial, passphraseOf, passphraseRounds, sealKeyOf, type PassphraseRefusal } from './passphrase.ts'
import type { KeyRefusal, RecoveryRefusal } from './refusal.ts'

/**
 * The root's private key on paper, sealed by a passphrase. Version 1:
 *
 * | bytes | what |
 * |---|---|
 * | 1, 1 | version 1; algorithm 1: PBKDF2-HMAC-SHA-512 with 600,000 rounds, HKDF-SHA-256, AES-256-GCM |
 * | 16 | salt of PBKDF2 and HKDF, fresh on every sheet |
 * | 8 | beginning of the workspace's id: tells which sheet is whose before the passphrase is typed |
 * | 48 | the root's 32 byte seed (RFC 8032), AES-256-GCM with its 16 byte tag; nonce zeros, for the key seals nothing else; additional data: all bytes before |
 * | 4 | beginning of the SHA-256 over all bytes before: tells a slip of the hand from a wrong passphrase; every version ends so |
 *
 * As text: Crockford's base 32 in 25 groups of five, 149 signs, which a QR code of 41 modules holds with medium correction.
 */
const form = Uint8Array.of(1, 1)
const saltLength = 16
const nameLength = 8
const sealedLength = 48
const checkLength = 4
const headLength = form.length + saltLength + nameLength
const length = headLength + sealedLength

/** PKCS #8 of an Ed25519 seed: a fixed frame before it (RFC 8410). */
const frame = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)
const seedLength = 32

const sealKey = async (passphrase: string, salt: Bytes): Promise<CryptoKey> =>
  (await sealKeyOf(await passphraseMaterial(passphrase, salt, passphraseRounds), salt, 'lotse/recovery/1', 0)).key

const parameters = (head: Bytes): AesGcmParams => ({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: head })

const checkOf = (bytes: Bytes): Bytes => hashNow(bytes).slice(0, checkLength)

/**
 * Seals the root's private key for paper. In: the root's PKCS #8 key and workspace, a passphrase of at least twelve characters; the salt is
 * random unless a test gives one. Out: the sheet's bytes.
 */
export const sealRecovery = async (
  { workspace, privateKey }: Pick<RootKeys, 'workspace' | 'privateKey'>,
  typed: string,
  salt: Bytes = crypto.getRandomValues(new Uint8Array(saltLength)),
): Promise<Result<Bytes, PassphraseRefusal | KeyRefusal>> => {
  const passphrase = passphraseOf(typed)
  if (!passphrase.ok) return passphrase
  const isFramed = equalBytes(privateKey.subarray(0, frame.length), frame)
  if (!isFramed || privateKey.length !== frame.length + seedLength) return refuse({ because: 'key is unusable' })
  const head = joinBytes(form, salt, workspace.subarray(0, nameLength))
  const key = await sealKey(passphrase.value, salt)
  const seed = ownBytes(privateKey.subarray(frame.length))
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters(head), key, seed))
  const bytes = joinBytes(head, sealed)
  return ok(joinBytes(bytes, checkOf(bytes)))
}

/** The sheet as text, to print, to type and for a QR code. */
export const recoveryText = (sheet: Uint8Array): string => (toBase32(sheet).match(/.{1,5}/g) ?? []).join('-')

/** The sheet without its check. Every version ends with one: a slip in the number of the version is a slip. */
const readSheet = (text: string): Result<Bytes, RecoveryRefusal> => {
  const bytes = fromBase32(text) ?? new Uint8Array()
  const body = bytes.slice(0, -checkLength)
  if (!equalBytes(checkOf(body), bytes.subarray(-checkLength))) return refuse({ because: 'recovery sheet is misread' })
  if (Number(body[0]) > 1) return refuse({ because: 'recovery sheet has a newer format' })
  const isForm = body.length === length && equalBytes(body.subarray(0, form.length), form)
  return isForm ? ok(body) : refuse({ because: 'recovery sheet is misread' })
}

/** Whether a sheet belongs to this workspace, by what stands open on it. In: the text and the workspace's id. */
export const isRecoveryOf = (text: string, workspace: Bytes): boolean => {
  const sheet = readSheet(text)
  const named = sheet.ok && sheet.value.subarray(form.length + saltLength, headLength)
  return named !== false && equalBytes(named, workspace.subarray(0, nameLength))
}

const openSeed = async (sheet: Bytes, typed: string): Promise<Bytes | undefined> => {
  const key = await sealKey(typed, sheet.slice(form.length, form.length + saltLength))
  try {
    const sealed = sheet.slice(headLength)
    return new Uint8Array(await crypto.subtle.decrypt(parameters(sheet.slice(0, headLength)), key, sealed))
  } catch {
    return undefined
  }
}

/**
 * Opens a recovery sheet. In: its text as typed or scanned, and the passphrase. Out: the root, whose workspace follows from its key.
 * Refuses a text with a slip in it, a wrong passphrase, and a sheet of a newer app.
 */
export const openRecovery = async (
  text: string,
  typed: string,
): Promise<Result<RootKeys, RecoveryRefusal | KeyRefusal>> => {
  const sheet = readSheet(text)
  if (!sheet.ok) return sheet
  const seed = await openSeed(sheet.value, typed)
  return seed ? rootKeysOf(joinBytes(frame, seed)) : refuse({ because: 'passphrase is wrong' })
}
