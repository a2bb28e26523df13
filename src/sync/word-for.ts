import { joinBytes, textBytes, toHex, type Bytes } from '../journal/bytes.ts'
import { signatureLength } from '../journal/entry.ts'
import type { DeviceKeys, DevicePublic } from '../journal/keys.ts'
import { unwrapSecret, wrapSecret } from '../journal/wrap.ts'

/** Between which devices something goes, and as what: a word of one kind never passes as one of another. */
export type Envelope = Readonly<{ kind: 'letter' | 'presence'; workspace: Bytes; from: Bytes; to: Bytes }>

/**
 * What one device says to another and nobody else may read, whoever carries it: the body and behind it 64 bytes Ed25519 over
 * `lotse/<kind>/1\0`, workspace, from, to and the body; sealed as a whole (`wrapSecret`, place `<kind>/<workspace>/<from>/<to>`, all in
 * hexadecimal).
 */
const placeOf = ({ kind, workspace, from, to }: Envelope): string =>
  [kind, ...[workspace, from, to].map(toHex)].join('/')

const signedBytes = ({ kind, workspace, from, to }: Envelope, body: Bytes): Bytes =>
  joinBytes(textBytes(`lotse/${kind}/1\0`), workspace, from, to, body)

type To = Pick<Envelope, 'kind' | 'workspace'>

/** Signs and seals. Undefined where the other device has no key that can be agreed with. */
export const sealFor = async (
  { kind, workspace }: To,
  body: Bytes,
  keys: Pick<DeviceKeys, 'id' | 'signing'>,
  to: Pick<DevicePublic, 'id' | 'sealingPublic'>,
): Promise<Bytes | undefined> => {
  const envelope = { kind, workspace, from: keys.id, to: to.id }
  const signature = await crypto.subtle.sign('Ed25519', keys.signing.privateKey, signedBytes(envelope, body))
  const sealed = await wrapSecret(joinBytes(body, new Uint8Array(signature)), to.sealingPublic, placeOf(envelope))
  return sealed.ok ? sealed.value : undefined
}

/** Opens what was sealed for this device. Out: the body; undefined for whatever is not from this sender to this device, of this kind. */
export const openFrom = async (
  { kind, workspace }: To,
  sealed: Uint8Array,
  keys: Pick<DeviceKeys, 'id' | 'sealing'>,
  from: Readonly<{ id: Bytes; verifyKey: CryptoKey }>,
): Promise<Bytes | undefined> => {
  const envelope = { kind, workspace, from: from.id, to: keys.id }
  const opened = await unwrapSecret(sealed, keys.sealing, placeOf(envelope))
  if (!opened.ok || opened.value.length < signatureLength) return undefined
  const [body, signature] = [opened.value.slice(0, -signatureLength), opened.value.slice(-signatureLength)]
  const isTheirs = await crypto.subtle.verify('Ed25519', from.verifyKey, signature, signedBytes(envelope, body))
  return isTheirs ? body : undefined
}
