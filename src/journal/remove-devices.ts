import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { compareBytes, toHex, type Bytes } from './bytes.ts'
import { cutLots } from './cut-lots.ts'
import type { DocumentCut } from './cut.ts'
import { holdersOf } from './key-holders.ts'
import type { DeviceKeys } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import { isEntitled } from './membership-authority.ts'
import { countingKeys } from './membership-keys.ts'
import { openDocuments } from './keys-due.ts'
import { adminsOf, roleIn } from './membership-rights.ts'
import { whyMayNot } from './membership-standing.ts'
import { personOf } from './membership-view.ts'
import type { Membership } from './membership.ts'
import { compareText } from './ordered.ts'
import { rotateKey } from './rotate-key.ts'
import type { WriteRefusal } from './write-acts.ts'

/** Who is to go: single devices, people with all their devices; and for every document that is here, how far their entries are accepted. */
export type Leaving = Readonly<{
  devices: readonly Bytes[]
  people: readonly string[]
  cuts: readonly DocumentCut[]
}>

/** Everything that goes with them, by device id in hexadecimal. */
const goingWith = ({ people: members }: Membership, { devices, people }: Leaving): ReadonlySet<string> =>
  new Set([
    ...devices.map(toHex),
    ...[...members.values()].flatMap(member => (people.includes(member.id) ? member.devices : [])),
  ])

/** Somebody who can still admit, grant and remove has to stay, with a device to do it. */
const leavesNobody = (membership: Membership, { people }: Leaving, going: ReadonlySet<string>, now: number): boolean =>
  !adminsOf(membership, workspaceDocument, now).some(
    admin => !people.includes(admin) && membership.people.get(admin)?.devices.some(device => !going.has(device)),
  )

/** Documents whose key this device has to replace now: somebody who may not have it does, or will have it. Who goes leaves that to others. */
const due = (membership: Membership, own: Bytes, going: ReadonlySet<string>, now: number): readonly string[] => {
  const { view } = membership
  const self = toHex(own)
  const person = going.has(self) ? undefined : personOf(view, self)
  return openDocuments(membership).filter(document => {
    const isAdmin = person !== undefined && roleIn(membership, person, document, now) === 'admin'
    const [current] = countingKeys(membership, document)
    const mayKeep = (device: string): boolean => !going.has(device) && isEntitled(view, device, document, now)
    return isAdmin && current !== undefined && ![...holdersOf(view.history, current)].every(mayKeep)
  })
}

/**
 * Removes devices or people, and replaces the keys they had in every document this device's person is admin of; of the others their admins see
 * that it is due (`rotationsDue`). `now`: milliseconds UTC. Refuses what would leave the workspace without an admin.
 */
export const removeDevices = async (
  membership: Membership,
  own: Pick<DeviceKeys, 'id'>,
  leaving: Leaving,
  now: number,
): Promise<Result<readonly (ActOf<'remove'> | ActOf<'next epoch'>)[], WriteRefusal>> => {
  const devices = leaving.devices.toSorted(compareBytes)
  const people = leaving.people.toSorted(compareText)
  const removals = cutLots(leaving.cuts).map(cuts => ({ act: 'remove', devices, people, cuts }) as const)
  const refusal = removals.map(act => whyMayNot(membership, own.id, act, now)).find(one => one !== undefined)
  if (refusal) return refuse(refusal)
  const going = goingWith(membership, leaving)
  if (leavesNobody(membership, leaving, going, now)) return refuse({ because: 'nobody would be admin' })
  const rotations: ActOf<'next epoch'>[] = []
  for (const document of due(membership, own.id, going, now)) {
    const rotation = await rotateKey(membership, own, document, now, going)
    if (!rotation.ok) return rotation
    rotations.push(...rotation.value)
  }
  return ok([...removals, ...rotations])
}
