import type { Result } from '../domain/kernel/result.ts'
import { joinBytes, textBytes, type Bytes } from '../journal/bytes.ts'
import { isPersonId } from '../journal/certificate.ts'
import type { DevicePublic } from '../journal/keys.ts'
import { pairingTypes, type Admission } from './pairing-messages.ts'

/** Type 25 and the id of the person whose device it is to be: who invites may not admit it, so it has to bring the root's word. */
export const encodeRootAsked = (person: string): Bytes =>
  joinBytes(Uint8Array.of(pairingTypes.rootAsked), textBytes(person))

export const decodeRootAsked = (message: Bytes): string | undefined => {
  const person = new TextDecoder().decode(message.slice(1))
  return isPersonId(person) ? person : undefined
}

/** Type 26 and a certificate chain of one certificate: the root's word that this device is the person's. */
export const encodeRootSpoken = (chain: Bytes): Bytes => joinBytes(Uint8Array.of(pairingTypes.rootSpoken), chain)

type Refused = Readonly<{ because: string }>

/** What a member's device does for one that comes with the recovery sheet. */
export type RootHearing = Readonly<{
  /** Whose device it is to be. */
  person: string
  /** Whether this chain is the root's word for that device and person, and nobody has taken the device out. */
  isRootsWord(chain: Bytes, device: DevicePublic): Promise<boolean>
  /** The membership log, on which the new device's own entry has to rest. */
  log(): Promise<Admission>
  /** Takes the entry in which the device speaks for itself and hands it the keys. Out: the log with both. */
  take(entries: readonly Bytes[], device: DevicePublic): Promise<Result<Admission, Refused>>
}>

/** What a new device with an open recovery sheet says. */
export type RootSpeech = Readonly<{
  /** The sheet's workspace. */
  workspace: Bytes
  /** The root's word that this device is the person's, as a chain of one certificate. */
  word(person: string): Promise<Bytes>
  /** The entry that brings this device in, resting on this log. */
  speak(log: Admission, person: string): Promise<Result<readonly Bytes[], Refused>>
}>
