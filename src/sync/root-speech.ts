import { ok, type Result } from '../domain/kernel/result.ts'
import { equalBytes, type Bytes } from '../journal/bytes.ts'
import { encodeChain } from '../journal/certificate-chain.ts'
import { certifyDevice } from '../journal/certificate.ts'
import type { DeviceKeys, RootKeys } from '../journal/keys.ts'
import { emptyLog, extendLog } from '../journal/membership-log.ts'
import { recoverWith } from '../journal/recover-with.ts'
import { writeActs } from '../journal/write-acts.ts'
import { decodeRootAsked, encodeRootSpoken, type RootSpeech } from './by-root.ts'
import type { Conversation } from './conversation.ts'
import type { DoorRefusal } from './door-refusal.ts'
import { decodeAdmission, encodeAdmission, pairingTypes } from './pairing-messages.ts'

/** A new device that speaks for the root. In: the root as its sheet gave it, the device's own keys, its clock. */
export const rootSpeech = (root: RootKeys, keys: DeviceKeys, now: () => number): RootSpeech => ({
  workspace: root.workspace,
  word: async person =>
    encodeChain({ rootKey: root.publicKey, top: await certifyDevice(root, keys, person), admissions: [] }),
  speak: async ({ workspace, entries }, person) => {
    const { log } = await extendLog(emptyLog(workspace), entries)
    const written = await writeActs(log, keys, [membership => recoverWith(membership, root, keys, person)], now())
    return written.ok ? ok(written.value.sealed.map(({ bytes }) => bytes)) : written
  },
})

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
