import { workspaceDocument } from '../domain/kernel/record.ts'
import type { RoleGrant } from './grant-role.ts'
import { openDocuments } from './keys-due.ts'
import { adminsOf, roleIn } from './membership-rights.ts'
import { wordsOn } from './membership-view.ts'
import type { Membership } from './membership.ts'

const ofTeams = /^team:/

/**
 * Whoever administers the document of all members administers a newly founded team, too: else nobody could help it when its founder is gone.
 * In: the membership, who would give it, milliseconds UTC. Out: the grants that are due. About whom something was ever said in a team's
 * document, that holds.
 */
export const adminsLacking = (membership: Membership, giver: string, now: number): readonly RoleGrant[] =>
  openDocuments(membership)
    .filter(document => ofTeams.test(document) && roleIn(membership, giver, document, now) === 'admin')
    .flatMap(document =>
      adminsOf(membership, workspaceDocument, now)
        .filter(person => person !== giver && wordsOn(membership.view, person, document).length === 0)
        .map(person => ({ person, document, role: 'admin' as const })),
    )
