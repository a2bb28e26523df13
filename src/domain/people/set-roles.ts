import { create, discard, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { roleRecords } from './members.ts'
import { person } from './person.ts'
import type { PeopleRefusal } from './refusal.ts'
import { team } from './team.ts'
import { teamRole, type Role } from './team-role.ts'

/**
 * Gives a person exactly these roles in a team; with none they are no longer in it. Never refuses a combination: what a Scrum team
 * should know about its roles is in `roleFindings`. Roles made twice by a merge become one.
 */
export const setRoles = defineCommand(
  'setRoles',
  (
    view,
    args: { readonly team: string; readonly person: string; readonly roles: readonly Role[] },
    context,
  ): Result<readonly Change[], PeopleRefusal> => {
    if (!live(view, team, args.team)) return refuse({ because: 'teamIsGone' })
    if (!live(view, person, args.person)) return refuse({ because: 'personIsGone' })
    const held = roleRecords(view, args.team, args.person)
    const kept = new Map(held.filter(({ role }) => args.roles.includes(role)).map(record => [record.role, record]))
    const missing = [...new Set(args.roles)].filter(role => !kept.has(role))
    return ok([
      ...held.filter(record => kept.get(record.role) !== record).flatMap(record => discard(record, context)),
      ...missing.flatMap(role => {
        const at = { document: workspaceDocument, id: context.newId() }
        return create(teamRole, at, { team: args.team, person: args.person, role }, context)
      }),
    ])
  },
)
