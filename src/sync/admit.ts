import { workspaceDocument, type DocumentName } from '../domain/kernel/record.ts'
import { ok } from '../domain/kernel/result.ts'
import { admitDevice } from '../journal/admit-device.ts'
import { toHex } from '../journal/bytes.ts'
import { grantRole } from '../journal/grant-role.ts'
import type { DevicePublic } from '../journal/keys.ts'
import { keysLacking } from '../journal/keys-due.ts'
import { roleIn } from '../journal/membership-rights.ts'
import type { Membership } from '../journal/membership.ts'
import { reaches } from '../journal/role.ts'
import { shareKeys } from '../journal/share-keys.ts'
import type { Maker } from '../journal/write-acts.ts'
import type { Invite } from '../workspace/sync-port.ts'
import type { OwnDevice } from './own-device.ts'

const isIn = (membership: Membership, device: DevicePublic, person: string): boolean => {
  const known = membership.devices.get(toHex(device.id))
  return known !== undefined && !known.isRemoved && known.person === person
}

/**
 * What makes a device a member: its admission, what its person may do, and the keys of what it may read. Whatever holds already is not
 * said again, so that a pairing that broke off can be repeated. `now`: milliseconds UTC.
 */
export const admittingActs = (
  own: OwnDevice['keys'],
  device: DevicePublic,
  { person, access }: Invite & Readonly<{ person: string }>,
  now: number,
): readonly Maker[] => [
  async membership =>
    isIn(membership, device, person) ? ok([]) : admitDevice(membership, own, { ...device, person }, now),
  ...(access ? grantsOf(own, person, access, now) : []),
  handOutKeys(own, now),
]

const grantsOf = (
  own: OwnDevice['keys'],
  person: string,
  { role, documents }: NonNullable<Invite['access']>,
  now: number,
): readonly Maker[] =>
  [...new Set<DocumentName>([workspaceDocument, ...documents])].map(
    document => async membership =>
      reaches(roleIn(membership, person, document, now), role)
        ? ok([])
        : grantRole(membership, own, { person, document, role }, now),
  )

/** Hands every key that lies here to the devices that may have it and lack it. */
export const handOutKeys =
  (own: OwnDevice['keys'], now: number): Maker =>
  membership =>
    shareKeys(membership, own, keysLacking(membership, now), now)
