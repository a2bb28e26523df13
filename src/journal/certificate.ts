import { readVarString, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, type Encoder } from 'lib0/encoding'
import { joinBytes, textBytes, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { signatureLength } from './entry.ts'
import { keyIdOf, type DevicePublic } from './keys.ts'
import { readBytes, readHash } from './read-whole.ts'

/** That a device, by its public keys, belongs to a person. The device's id is not in it: it follows from its key. */
export type DeviceClaim = Readonly<{ signingPublic: Bytes; sealingPublic: Bytes; person: string }>

/** The root's word that a device belongs to a person of this workspace. */
export type DeviceCertificate = DeviceClaim & Readonly<{ signature: Bytes }>

/** Entries begin with their format number, everything else that is signed begins with such a label: one can never pass as the other. */
const label = textBytes('lotse/device/1\0')
const personPattern = /^[A-Za-z0-9_-]+$/

/** A person's id: letters, digits, `_` and `-`, within the cap. */
export const isPersonId = (person: string): boolean => person.length <= caps.personId && personPattern.test(person)

/** Writes what a certificate says; `readClaim` is its other half. */
export const writeClaim = (encoder: Encoder, { signingPublic, sealingPublic, person }: DeviceClaim): void => {
  writeUint8Array(encoder, signingPublic)
  writeUint8Array(encoder, sealingPublic)
  writeVarString(encoder, person)
}

/** Throws on broken bytes; only for use inside `readWhole`. */
export const readClaim = (decoder: Decoder): DeviceClaim => ({
  signingPublic: readHash(decoder),
  sealingPublic: readHash(decoder),
  person: readVarString(decoder),
})

const signedBytes = (workspace: Bytes, claim: DeviceClaim): Bytes => {
  const encoder = createEncoder()
  writeClaim(encoder, claim)
  return joinBytes(label, workspace, toUint8Array(encoder))
}

/** Certifies a device for a person. In: the root's private key and workspace id, the device's public keys, the person's id (`A-Za-z0-9_-`). */
export const certifyDevice = async (
  root: Readonly<{ signing: CryptoKey; workspace: Bytes }>,
  { signingPublic, sealingPublic }: Pick<DevicePublic, 'signingPublic' | 'sealingPublic'>,
  person: string,
): Promise<DeviceCertificate> => {
  const claim = { signingPublic, sealingPublic, person }
  const signature = await crypto.subtle.sign('Ed25519', root.signing, signedBytes(root.workspace, claim))
  return { ...claim, signature: new Uint8Array(signature) }
}

/** Is this the root's word for this workspace? Out: the device it names, or undefined. */
export const checkCertificate = async (
  certificate: DeviceCertificate,
  rootKey: CryptoKey,
  workspace: Bytes,
): Promise<(DevicePublic & Readonly<{ person: string }>) | undefined> => {
  const { signingPublic, sealingPublic, person, signature } = certificate
  const signed = signedBytes(workspace, certificate)
  const isGenuine = isPersonId(person) && (await crypto.subtle.verify('Ed25519', rootKey, signature, signed))
  return isGenuine ? { id: await keyIdOf(signingPublic), signingPublic, sealingPublic, person } : undefined
}

/** Writes a certificate where it stands in a membership entry; `readCertificate` is its other half. */
export const writeCertificate = (encoder: Encoder, certificate: DeviceCertificate): void => {
  writeClaim(encoder, certificate)
  writeUint8Array(encoder, certificate.signature)
}

/** Throws on broken bytes; only for use inside `readWhole`. */
export const readCertificate = (decoder: Decoder): DeviceCertificate => ({
  ...readClaim(decoder),
  signature: readBytes(decoder, signatureLength),
})
