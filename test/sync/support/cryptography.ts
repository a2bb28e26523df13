import { ok, refuse } from '../../../src/domain/kernel/result.ts'
import { joinBytes, sha256, textBytes, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import { encodeSigned, tagLength, type EntryParts } from '../../../src/journal/entry.ts'
import {
  currentAlg,
  currentFormat,
  encodeHeader,
  isHeader,
  nonceLength,
  type EntryDraft,
  type EntryHeader,
} from '../../../src/journal/header.ts'
import { importEpochKey, importVerifyKey, makeDeviceKeys, makeEpochSecret } from '../../../src/journal/keys.ts'
import { sealEntry, verifySignature, openSeal, type SealedEntry } from '../../../src/journal/seal.ts'
import type { EntryCrypto } from '../../../src/sync/entry-crypto.ts'
import { valueOf } from '../../journal/office.ts'
import { quickHash } from './quick-hash.ts'

/** What a device writes with. */
export type Hand = Readonly<{
  id: Bytes
  device: string
  seal(draft: EntryDraft, plaintext: Uint8Array): Promise<SealedEntry>
}>

/** What a device reads with: which devices it knows, which documents it holds the key of. */
type Knows = Readonly<{ device: (device: string) => boolean; document: (document: string, epoch: number) => boolean }>

/** Hands and eyes of all devices of a test. */
export type Cryptography = Readonly<{
  makeHand(name: string): Promise<Hand>
  eyes(knows: Knows): EntryCrypto
}>

/** The real thing. */
export const webCryptography = (): Cryptography => {
  const verifyKeys = new Map<string, CryptoKey>()
  const epochKeys = new Map<string, Promise<CryptoKey>>()
  const epochKey = (document: string): Promise<CryptoKey> => {
    const known = epochKeys.get(document) ?? importEpochKey(makeEpochSecret()).then(valueOf)
    epochKeys.set(document, known)
    return known
  }
  return {
    makeHand: async () => {
      const keys = await makeDeviceKeys()
      const device = toHex(keys.id)
      verifyKeys.set(device, valueOf(await importVerifyKey(keys.signingPublic)))
      const signing = keys.signing.privateKey
      const seal = async (draft: EntryDraft, plaintext: Uint8Array) => {
        const epoch = draft.kind === 'membership' ? null : await epochKey(draft.document)
        return valueOf(await sealEntry(draft, plaintext, { signing, epoch }))
      }
      return { id: keys.id, device, seal }
    },
    eyes: knows => ({
      hash: sha256,
      isGenuine: async parts => {
        const device = toHex(parts.header.device)
        const key = knows.device(device) ? verifyKeys.get(device) : undefined
        return key && verifySignature(parts, key)
      },
      open: async parts => {
        const { document } = parts.header
        const key = knows.document(document, parts.header.keyEpoch) ? await epochKey(document) : undefined
        return openSeal(parts, { epochKeys: () => (key ? [key] : []), lacksKey: () => !key })
      },
    }),
  }
}

const noNonce = new Uint8Array(nonceLength)
const signatureOf = (secret: string, signed: Uint8Array): Bytes => {
  const hash = quickHash(signed, `signed by ${secret}`)
  return joinBytes(hash, hash)
}
const tagOf = (document: string, headerBytes: Uint8Array, plaintext: Uint8Array): Bytes =>
  quickHash(joinBytes(headerBytes, plaintext), `sealed for ${document}`).slice(0, tagLength)

/** A keyed hash in place of signatures and seals: whoever does not hold the name cannot make one, and nothing waits for a thread. */
export const keyedCryptography = (): Cryptography => {
  const secrets = new Map<string, string>()
  const seal = (secret: string, draft: EntryDraft, plaintext: Uint8Array): SealedEntry => {
    const header: EntryHeader = { ...draft, format: currentFormat, alg: currentAlg, nonce: noNonce }
    if (!isHeader(header)) throw new Error('no reader would take this header')
    const headerBytes = encodeHeader(header)
    const tag = draft.kind === 'membership' ? new Uint8Array() : tagOf(draft.document, headerBytes, plaintext)
    const signed = encodeSigned(headerBytes, joinBytes(plaintext, tag))
    const bytes = joinBytes(signed, signatureOf(secret, signed))
    return { bytes, hash: quickHash(bytes), header }
  }
  return {
    makeHand: async name => {
      const id = quickHash(textBytes(name), 'device')
      secrets.set(toHex(id), name)
      return { id, device: toHex(id), seal: async (draft, plaintext) => seal(name, draft, plaintext) }
    },
    eyes: knows => ({
      hash: async bytes => quickHash(bytes),
      isGenuine: async ({ header, signed, signature }) => {
        const device = toHex(header.device)
        const secret = knows.device(device) ? secrets.get(device) : undefined
        return secret === undefined ? undefined : String(signatureOf(secret, signed)) === String(signature)
      },
      open: async (parts: EntryParts) => {
        const { header, headerBytes, ciphertext } = parts
        if (header.kind === 'membership') return ok(ciphertext)
        if (!knows.document(header.document, header.keyEpoch))
          return refuse({ because: 'key is missing', document: header.document, epoch: header.keyEpoch })
        const plaintext = ciphertext.slice(0, -tagLength)
        const tag = tagOf(header.document, headerBytes, plaintext)
        return String(tag) === String(ciphertext.slice(-tagLength))
          ? ok(plaintext)
          : refuse({ because: 'seal is broken' })
      },
    }),
  }
}
