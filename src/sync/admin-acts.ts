import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok } from '../domain/kernel/result.ts'
import { grantRole } from '../journal/grant-role.ts'
import { openDocuments } from '../journal/keys-due.ts'
import { roleIn } from '../journal/membership-rights.ts'
import type { Membership } from '../journal/membership.ts'
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
