import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok } from '../domain/kernel/result.ts'
import { grantRole } from '../journal/grant-role.ts'
import { openDocuments } from '../journal/keys-due.ts'
import { roleIn } from '../journal/membership-rights.ts'
import type { Membership } from '../journal/membership.ts'
import type { Maker } from '../journal/write-acts.ts'
import { handOutKeys } from './admit.ts'
import type { OwnDevice } from './own-device.ts'

/** The documents a person administers, that of the workspace first: without it nothing else could be granted. */
const administeredBy = (membership: Membership, person: string, now: number): readonly string[] =>
  [workspaceDocument, ...openDocuments(membership).filter(name => name !== workspaceDocument)].filter(
    name => roleIn(membership, person, name, now) === 'admin',
  )

/** What makes a member an admin of all that this device's person administers, with the keys for it. `now`: milliseconds UTC. */
export const adminActs = (own: OwnDevice, person: string, now: number): readonly Maker[] => [
  ...administeredBy(own.membership(), own.actor, now).map(
    (document): Maker =>
      async membership =>
        roleIn(membership, person, document, now) === 'admin'
          ? ok([])
          : grantRole(membership, own.keys, { person, document, role: 'admin' }, now),
  ),
  handOutKeys(own.keys, now),
]
