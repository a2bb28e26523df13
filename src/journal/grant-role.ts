import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { cutLots } from './cut-lots.ts'
import type { DocumentCut } from './cut.ts'
import type { DeviceKeys } from './keys.ts'
import type { ActOf } from './membership-act.ts'
import { adminsOf } from './membership-rights.ts'
import { whyMayNot } from './membership-standing.ts'
import type { Membership } from './membership.ts'
import type { Role } from './role.ts'
import type { WriteRefusal } from './write-acts.ts'

/**
 * What is to hold for a person in a document. `end`: milliseconds UTC, 0 for none. `cuts`: where writing is taken away, how far the person's
 * entries are accepted here; for the end of a membership in every document.
 */
export type RoleGrant = Readonly<{
  person: string
  document: string
  role: Role
  end?: number
  cuts?: readonly DocumentCut[]
}>

/** Grants a role, or takes one away. `now`: milliseconds UTC. Refuses to take the last admin from a document. */
export const grantRole = async (
  membership: Membership,
  own: Pick<DeviceKeys, 'id'>,
  { person, document, role, end = 0, cuts = [] }: RoleGrant,
  now: number,
): Promise<Result<readonly ActOf<'grant'>[], WriteRefusal>> => {
  const acts = cutLots(cuts).map(lot => ({ act: 'grant', person, document, role, end, cuts: lot }) as const)
  const refusal = acts.map(act => whyMayNot(membership, own.id, act, now)).find(one => one !== undefined)
  if (refusal) return refuse(refusal)
  const staying = adminsOf(membership, document, now).filter(admin => admin !== person)
  return role !== 'admin' && staying.length === 0 ? refuse({ because: 'nobody would be admin' }) : ok(acts)
}
