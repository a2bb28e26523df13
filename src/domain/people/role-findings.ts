import type { View } from '../kernel/view.ts'
import { sprint, sprintKey } from '../scrum/sprint.ts'
import { membersOf, type Member } from './members.ts'
import { developerBounds, documentOfTeam, type Method, type Team } from './team.ts'
import type { Role } from './team-role.ts'

/** What a Scrum team should know about its roles. It is told when read and never refused. */
export type RoleFinding =
  | { readonly finding: 'productOwnerIsMissing' }
  | { readonly finding: 'productOwnersAreSeveral'; readonly people: readonly string[] }
  | { readonly finding: 'scrumMasterIsMissing' }
  | { readonly finding: 'scrumMastersAreSeveral'; readonly people: readonly string[] }
  | { readonly finding: 'developersAreTooFew'; readonly count: number; readonly least: number }
  | { readonly finding: 'developersAreTooMany'; readonly count: number; readonly most: number }
  | { readonly finding: 'productOwnerIsDeveloper'; readonly person: string }

const holders = (members: readonly Member[], role: Role): readonly string[] =>
  members.filter(({ roles }) => roles.includes(role)).map(({ person }) => person)

/**
 * Findings about a team's roles: one product owner, one Scrum master, three to nine developers (or the team's own bounds), and the
 * product owner no developer (Schwaber and Sutherland, The Scrum Guide; the bounds are those of its 2017 edition). Kanban teams and
 * teams that do not want to be told get none.
 */
export const roleFindings = (view: View, team: Team): readonly RoleFinding[] => {
  if (team.method !== 'scrum' || team.rolesUnchecked) return []
  const members = membersOf(view, team.id)
  const [owners, masters] = [holders(members, 'productOwner'), holders(members, 'scrumMaster')]
  const developers = holders(members, 'developer')
  const { least, most } = developerBounds(team)
  const count = developers.length
  const findings: (RoleFinding | false)[] = [
    owners.length === 0 && { finding: 'productOwnerIsMissing' },
    owners.length > 1 && { finding: 'productOwnersAreSeveral', people: owners },
    masters.length === 0 && { finding: 'scrumMasterIsMissing' },
    masters.length > 1 && { finding: 'scrumMastersAreSeveral', people: masters },
    count < least && { finding: 'developersAreTooFew', count, least },
    count > most && { finding: 'developersAreTooMany', count, most },
    ...owners
      .filter(person => developers.includes(person))
      .map(person => ({ finding: 'productOwnerIsDeveloper', person }) as const),
  ]
  return findings.filter(finding => finding !== false)
}

/** What a person should know before a team changes its way of working. */
export type MethodFinding = { readonly finding: 'sprintIsRunning'; readonly sprint: string }

/** Sprints that run or are in review and would have no place of their own in a Kanban team; their cards stay on the board. */
export const methodFindings = (view: View, team: Team, method: Method): readonly MethodFinding[] => {
  if (method === team.method || method !== 'kanban') return []
  const document = documentOfTeam(team)
  return (['running', 'review'] as const)
    .flatMap(state => view.ids(sprint, 'state', sprintKey(document, state)))
    .map(id => ({ finding: 'sprintIsRunning', sprint: id }))
}
