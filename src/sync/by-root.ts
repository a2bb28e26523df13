import type { Result } from '../domain/kernel/result.ts'
import { equalBytes, type Bytes } from '../journal/bytes.ts'
import type { DevicePublic } from '../journal/keys.ts'
import type { Conversation } from './conversation.ts'
import type { DoorRefusal } from './door-refusal.ts'
import {
  decodeAdmission,
  decodeRootAsked,
  encodeAdmission,
  encodeRootAsked,
  encodeRootSpoken,
  pairingTypes,
  type Admission,
} from './pairing-messages.ts'

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

/**
 * The inviting side, after the digits: not a byte of the log leaves this device before the other one has shown the root's word. Then
 * the log goes over, the new device's own entry comes back, and what is handed out afterwards has the keys in it.
 */
export const hearRoot = async (
  talk: Conversation,
  device: DevicePublic,
  hearing: RootHearing,
): Promise<Result<Admission, DoorRefusal>> => {
  talk.say(encodeRootAsked(hearing.person))
  const spoken = await talk.hear(pairingTypes.rootSpoken)
  if (!spoken.ok) return spoken
  if (!(await hearing.isRootsWord(spoken.value.slice(1), device))) return talk.deny('not admitted')
  talk.link.trust()
  talk.say(encodeAdmission(await hearing.log()))
  const heard = await talk.hear(pairingTypes.admission)
  if (!heard.ok) return heard
  const own = decodeAdmission(heard.value)
  if (!own) return talk.deny('message is malformed')
  const taken = await hearing.take(own.entries, device)
  return taken.ok ? taken : talk.deny('not admitted')
}

/**
 * The new device's side. In: the message that asks for the root's word. Out: the message with the log as it is after this device has
 * spoken. Without a sheet, or with that of another workspace, there is nothing to say.
 */
export const speakForRoot = async (
  talk: Conversation,
  asked: Bytes,
  speech: RootSpeech | undefined,
): Promise<Result<Bytes, DoorRefusal>> => {
  const person = decodeRootAsked(asked)
  if (person === undefined) return talk.deny('message is malformed')
  if (!speech) return talk.deny('not admitted')
  talk.say(encodeRootSpoken(await speech.word(person)))
  const heard = await talk.hear(pairingTypes.admission)
  if (!heard.ok) return heard
  const log = decodeAdmission(heard.value)
  if (!log) return talk.deny('message is malformed')
  if (!equalBytes(log.workspace, speech.workspace)) return talk.deny('workspace is another')
  const entries = await speech.speak(log, person)
  if (!entries.ok) return talk.deny('membership cannot be read')
  talk.say(encodeAdmission({ workspace: log.workspace, entries: entries.value }))
  return talk.hear(pairingTypes.admission)
}
