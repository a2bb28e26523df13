import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, toHex } from '../journal/bytes.ts'
import { checkChain } from '../journal/certificate-chain.ts'
import type { DevicePublic } from '../journal/keys.ts'
import { handOutKeys } from './admit.ts'
import { encodeRootAsked, type RootHearing } from './by-root.ts'
import type { Conversation } from './conversation.ts'
import type { DoorRefusal } from './door-refusal.ts'
import type { OwnDevice } from './own-device.ts'
import { decodeAdmission, encodeAdmission, pairingTypes, type Admission } from './pairing-messages.ts'

/**
 * A member's device that lets in whoever brings the root's word for a person. In: the person's id, this device's clock. It needs no role for
 * it: what it hands over is what any member has, and the keys that it holds itself.
 */
export const rootHearing = (own: OwnDevice, person: string, now: () => number): RootHearing => {
  const log = async () => ({ workspace: own.membership().workspace, entries: await own.log() })
  return {
    person,
    isRootsWord: async (chain, { id }) => {
      const { workspace, devices } = own.membership()
      // A device that anybody here has heard of comes in by the log, or not at all.
      const proven = await checkChain(chain, workspace, device => (devices.has(device) ? 'removed' : undefined))
      return proven.ok && equalBytes(proven.value.id, id) && proven.value.person === person
    },
    log,
    take: async (entries, { id }) => {
      await own.take(entries)
      const known = own.membership().devices.get(toHex(id))
      if (known?.isRemoved !== false || known.person !== person) return refuse({ because: 'not admitted' })
      const handed = await own.change([handOutKeys(own.keys, now())])
      return handed.ok ? ok(await log()) : handed
    },
  }
}

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
