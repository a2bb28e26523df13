import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok } from '../domain/kernel/result.ts'
import { adminsLacking } from '../journal/admins-lacking.ts'
import { grantRole, type RoleGrant } from '../journal/grant-role.ts'
import { keysLacking, openDocuments, rotationsDue } from '../journal/keys-due.ts'
import { roleIn } from '../journal/membership-rights.ts'
import type { Membership } from '../journal/membership.ts'
import { removeDevices, type Leaving } from '../journal/remove-devices.ts'
import { reaches } from '../journal/role.ts'
import { rotateKey } from '../journal/rotate-key.ts'
import type { Maker } from '../journal/write-acts.ts'
import { handOutKeys } from './admit.ts'
import type { OwnDevice } from './own-device.ts'

/** What the person here administers beside the document of all members. */
const othersAdministered = (membership: Membership, person: string, now: number): readonly string[] =>
  openDocuments(membership).filter(
    name => name !== workspaceDocument && roleIn(membership, person, name, now) === 'admin',
  )

/**
 * What makes a member an admin of all that this device's person administers, with the keys for it. `now`: milliseconds UTC. Refused as a whole
 * where the person here does not administer the document of all members.
 */
export const adminActs = (own: OwnDevice, person: string, now: number): readonly Maker[] => [
  ...[workspaceDocument, ...othersAdministered(own.membership(), own.actor, now)].map(
    (document): Maker =>
      async membership =>
        roleIn(membership, person, document, now) === 'admin'
          ? ok([])
          : grantRole(membership, own.keys, { person, document, role: 'admin' }, now),
  ),
  handOutKeys(own.keys, now),
]

/**
 * What gives a member another role in one document, or takes it away, with the keys for it; a key that has to be replaced for it is seen to
 * afterwards. `cuts`: how far what they have written is accepted here, wherever that is. `now`: milliseconds UTC.
 */
export const accessActs = (own: OwnDevice, { cuts = [], ...grant }: RoleGrant, now: number): readonly Maker[] => {
  const ending = reaches(grant.role, 'writer') ? [] : cuts.filter(({ document }) => document === grant.document)
  return [membership => grantRole(membership, own.keys, { ...grant, cuts: ending }, now), handOutKeys(own.keys, now)]
}

/** What takes devices and people out, with new keys for those who stay. `now`: milliseconds UTC. */
export const removalActs = (own: OwnDevice, leaving: Leaving, now: number): readonly Maker[] => [
  membership => removeDevices(membership, own.keys, leaving, now),
]

/**
 * What the log leaves to do for whoever can, each by itself: a team that an admin does not know yet, keys that lie with somebody who left, keys
 * that somebody lacks. `now`: milliseconds UTC.
 */
export const dueActs = (own: OwnDevice, now: number): readonly Maker[] => {
  const membership = own.membership()
  const isAdmin = (document: string): boolean => roleIn(membership, own.actor, document, now) === 'admin'
  const grants = adminsLacking(membership, own.actor, now)
  const rotations = rotationsDue(membership, now).filter(isAdmin)
  return [
    ...grants.map(
      (grant): Maker =>
        known =>
          grantRole(known, own.keys, grant, now),
    ),
    ...rotations.map(
      (document): Maker =>
        known =>
          rotateKey(known, own.keys, document, now),
    ),
    async known => (keysLacking(known, now).length > 0 ? handOutKeys(own.keys, now)(known) : ok([])),
  ]
}
