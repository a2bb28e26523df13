import { ok, refuse } from '../../src/domain/kernel/result.ts'
import { equalBytes, type Bytes } from '../../src/journal/bytes.ts'
import type { DeviceKeys } from '../../src/journal/keys.ts'
import { doorKeyOf } from '../../src/sync/door-key.ts'
import { makeInvitation, type Invitation } from '../../src/sync/invitation.ts'
import type { JoinerPorts } from '../../src/sync/join-by-invitation.ts'
import type { PairingDevice } from '../../src/sync/pairing-proof.ts'
import type { Asked, InviterPorts } from '../../src/sync/receive-new-device.ts'
import { fixedDevice, fixedSecret } from '../journal/office.ts'
import { description } from './descriptions.ts'
import { chainOf, townHall, type TownHall } from './doors.ts'

export const shown = (device: DeviceKeys, label: string): PairingDevice => ({
  signingPublic: device.signingPublic,
  sealingPublic: device.sealingPublic,
  label,
  sign: async bytes => new Uint8Array(await crypto.subtle.sign('Ed25519', device.signing.privateKey, bytes)),
})

/** Jana, who invites, and Dörte, who has a new telephone and nothing on it. */
export type Invited = Readonly<{
  hall: TownHall
  doerte: DeviceKeys
  invitation: Invitation
  /** What Jana was asked, and what Dörte's screen showed. */
  asked: Asked[]
  shownToDoerte: string[]
  admitted: string[]
  janas: InviterPorts
  doertes: JoinerPorts
}>

/** What a member is told: the membership log stands in for here by a certificate and the key of an epoch. */
const admissionOf = async ({ root }: TownHall, device: DeviceKeys, person: string): Promise<readonly Bytes[]> => [
  await chainOf(root, device, person),
  await fixedSecret('Epoche 1'),
]

export const doorFrom = async (hall: TownHall, device: DeviceKeys, entries: readonly Bytes[]) => {
  const [chain = new Uint8Array(), secret = new Uint8Array(32)] = entries
  return hall.doorOf(device, '', { chain, keys: [await doorKeyOf(secret)] })
}

export const invited = async (decide: (asked: Asked) => Promise<boolean> = async () => true): Promise<Invited> => {
  const hall = await townHall()
  const doerte = await fixedDevice('Dörtes Telefon')
  const place = { workspace: hall.root.workspace, device: hall.jana.id }
  const secret = (await fixedSecret('Einladung')).slice(0, 16)
  const [asked, shownToDoerte, admitted]: [Asked[], string[], string[]] = [[], [], []]
  const janas: InviterPorts = {
    own: shown(hall.jana, 'Jana Vogt'),
    confirm: async question => {
      asked.push(question)
      return decide(question)
    },
    admit: async (device, label) => {
      admitted.push(label)
      const known = [doerte, hall.mallory].find(({ id }) => equalBytes(id, device.id))
      if (!known) return refuse({ because: 'nobody knows this device' })
      return ok({ workspace: hall.root.workspace, entries: await admissionOf(hall, known, 'doerte') })
    },
    door: () => hall.doorOf(hall.jana, 'jana'),
    timer: hall.clock.timer,
  }
  const doertes: JoinerPorts = {
    own: shown(doerte, 'Dörte Petersen'),
    show: (code, label) => void shownToDoerte.push(`${label}: ${code}`),
    enter: async ({ entries }) => ok(await doorFrom(hall, doerte, entries)),
    timer: hall.clock.timer,
  }
  const invitation = makeInvitation(place, await description(), hall.clock.now(), secret)
  return { hall, doerte, invitation, asked, shownToDoerte, admitted, janas, doertes }
}
