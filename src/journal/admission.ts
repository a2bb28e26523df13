import type { Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, type Encoder } from 'lib0/encoding'
import { joinBytes, textBytes, type Bytes } from './bytes.ts'
import { isPersonId, readClaim, writeClaim, type DeviceClaim } from './certificate.ts'
import { signatureLength } from './entry.ts'
import { keyIdOf, type DeviceKeys, type DevicePublic } from './keys.ts'
import { readBytes, readHash } from './read-whole.ts'

/**
 * A device's word that another device belongs to a person. Who may give it is the fold's to judge; that it was given can be checked by
 * whoever knows the issuer's key. The new device's id is not in it: it follows from its key.
 */
export type Admission = DeviceClaim & Readonly<{ issuer: Bytes; signature: Bytes }>

/** Another label than the root's certificates begin with: neither can pass as the other. */
const label = textBytes('lotse/admission/1\0')

const signedBytes = (workspace: Bytes, issuer: Bytes, claim: DeviceClaim): Bytes => {
  const encoder = createEncoder()
  writeClaim(encoder, claim)
  return joinBytes(label, workspace, issuer, toUint8Array(encoder))
}

/** Admits a device for a person. In: the issuing device's keys, the workspace's id, the new device's public keys, the person's id. */
export const issueAdmission = async (
  issuer: Pick<DeviceKeys, 'id' | 'signing'>,
  workspace: Bytes,
  { signingPublic, sealingPublic, person }: DeviceClaim,
): Promise<Admission> => {
  const claim = { signingPublic, sealingPublic, person }
  const signed = signedBytes(workspace, issuer.id, claim)
  const signature = await crypto.subtle.sign('Ed25519', issuer.signing.privateKey, signed)
  return { ...claim, issuer: issuer.id, signature: new Uint8Array(signature) }
}

/** Is this the word of the device with this key, for this workspace? Out: the device it names, or undefined. */
export const checkAdmission = async (
  admission: Admission,
  issuerKey: CryptoKey,
  workspace: Bytes,
): Promise<(DevicePublic & Readonly<{ person: string }>) | undefined> => {
  const { issuer, signingPublic, sealingPublic, person, signature } = admission
  const signed = signedBytes(workspace, issuer, admission)
  const isGenuine = isPersonId(person) && (await crypto.subtle.verify('Ed25519', issuerKey, signature, signed))
  return isGenuine ? { id: await keyIdOf(signingPublic), signingPublic, sealingPublic, person } : undefined
}

/** Writes an admission where it stands in an entry or a chain; `readAdmission` is its other half. */
export const writeAdmission = (encoder: Encoder, admission: Admission): void => {
  writeUint8Array(encoder, admission.issuer)
  writeClaim(encoder, admission)
  writeUint8Array(encoder, admission.signature)
}

/** Throws on broken bytes; only for use inside `readWhole`. */
export const readAdmission = (decoder: Decoder): Admission => ({
  issuer: readHash(decoder),
  ...readClaim(decoder),
  signature: readBytes(decoder, signatureLength),
})
