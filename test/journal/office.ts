import type { Bytes } from '../../src/journal/bytes.ts'
import { noHash, sha256, textBytes } from '../../src/journal/bytes.ts'
import type { EntryDraft } from '../../src/journal/header.ts'
import { importEpochKey, importVerifyKey, keyIdOf, type DeviceKeys, type RootKeys } from '../../src/journal/keys.ts'
import type { Keyring, SealedEntry } from '../../src/journal/seal.ts'
import { sealEntry } from '../../src/journal/seal.ts'
import type { Result } from '../../src/domain/kernel/result.ts'

/** The town hall of the journal's tests: people whose keys are fixed, so that every byte they write is known beforehand. */

export const valueOf = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export const refusalOf = <Refusal>(result: Result<unknown, Refusal>): Refusal => {
  if (result.ok) throw new Error('accepted')
  return result.refusal
}

export const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))

const fromBase64Url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

/** PKCS #8 of a 32-byte seed (RFC 8410): a fixed frame before it. */
const pkcs8 = (algorithm: 'Ed25519' | 'X25519', seed: Bytes): Bytes =>
  Uint8Array.of(...fromHex(`302e020100300506032b65${algorithm === 'Ed25519' ? '70' : '6e'}04220420`), ...seed)

const fixedPair = async (algorithm: 'Ed25519' | 'X25519', name: string) => {
  const bytes = pkcs8(algorithm, await sha256(textBytes(`${name} ${algorithm}`)))
  const usages: KeyUsage[] = algorithm === 'Ed25519' ? ['sign'] : ['deriveBits']
  const readable = await crypto.subtle.importKey('pkcs8', bytes, algorithm, true, usages)
  const jwk = await crypto.subtle.exportKey('jwk', readable)
  const raw = fromBase64Url(jwk.x ?? '')
  const publicKey = await crypto.subtle.importKey(
    'raw',
    raw,
    algorithm,
    true,
    algorithm === 'Ed25519' ? ['verify'] : [],
  )
  const privateKey = await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, usages)
  return { pair: { publicKey, privateKey }, raw, bytes }
}

export const fixedSealingPair = async (name: string): Promise<CryptoKeyPair> => (await fixedPair('X25519', name)).pair

export const fixedDevice = async (name: string): Promise<DeviceKeys> => {
  const signing = await fixedPair('Ed25519', name)
  const sealing = await fixedPair('X25519', name)
  return {
    id: await keyIdOf(signing.raw),
    signing: signing.pair,
    sealing: sealing.pair,
    signingPublic: signing.raw,
    sealingPublic: sealing.raw,
  }
}

export const fixedRoot = async (name: string): Promise<RootKeys> => {
  const { pair, raw, bytes } = await fixedPair('Ed25519', name)
  return { workspace: await keyIdOf(raw), publicKey: raw, signing: pair.privateKey, privateKey: bytes }
}

export const fixedSecret = (name: string): Promise<Bytes> => sha256(textBytes(`${name} secret`))

export const fixedNonce = (start: number): Bytes => Uint8Array.from({ length: 12 }, (_, index) => start + index)

export const office = async () => {
  const [anna, ben] = [await fixedDevice('Annas Laptop'), await fixedDevice('Bens Telefon')]
  const root = await fixedRoot('Musterstadt')
  const epochKey = valueOf(await importEpochKey(await fixedSecret('Team Digitales')))
  const verifyKeys = new Map<string, CryptoKey>()
  for (const device of [anna, ben]) {
    verifyKeys.set(String(device.id), valueOf(await importVerifyKey(device.signingPublic)))
  }
  const keyring: Keyring = {
    verifyKey: device => verifyKeys.get(String(device)),
    epochKeys: (document, epoch) => (document === 'team:ab12#1' && epoch === 1 ? [epochKey] : []),
    lacksKey: () => false,
  }
  const draft = (changes: Partial<EntryDraft> = {}): EntryDraft => ({
    kind: 'change',
    workspace: root.workspace,
    document: 'team:ab12#1',
    device: anna.id,
    seq: 1,
    prev: noHash(),
    deps: [],
    stamp: 5_000_000_000_000,
    membership: root.workspace,
    keyEpoch: 1,
    clients: [4_294_967_295],
    command: null,
    ...changes,
  })
  /** Anna (or another device) writes a chain of entries, each after the other. */
  const chain = async (plaintexts: readonly string[], by: DeviceKeys = anna): Promise<readonly SealedEntry[]> => {
    const entries: SealedEntry[] = []
    for (const plaintext of plaintexts) {
      const prev = entries.at(-1)?.hash ?? noHash()
      const next = draft({ device: by.id, seq: entries.length + 1, prev })
      const keys = { signing: by.signing.privateKey, epoch: epochKey }
      entries.push(valueOf(await sealEntry(next, textBytes(plaintext), keys, fixedNonce(entries.length))))
    }
    return entries
  }
  return { anna, ben, root, epochKey, keyring, draft, chain }
}
