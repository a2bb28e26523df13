import { live, records, type View } from '../kernel/view.ts'
import { person } from './person.ts'
import { roles, teamRole, type Role, type TeamRole } from './team-role.ts'

/** A person of a team with the roles they hold there, in the order of `roles`. */
export type Member = { readonly person: string; readonly roles: readonly Role[] }

/** The role records of one person in a team; a merge can have made the same one twice. */
export const roleRecords = (view: View, team: string, personId: string): readonly TeamRole[] =>
  records(view, teamRole, 'team', team).filter(record => record.person === personId)

/** Who is in a team: everyone who is there and holds a role. In: a team's id. Out: sorted by name, each person once. */
export const membersOf = (view: View, team: string): readonly Member[] => {
  const held = new Map<string, Set<Role>>()
  for (const record of records(view, teamRole, 'team', team)) {
    if (record.person === null || !live(view, person, record.person)) continue
    held.set(record.person, (held.get(record.person) ?? new Set()).add(record.role))
  }
  return view
    .ids(person, 'all', 'all')
    .filter(id => held.has(id))
    .map(id => ({ person: id, roles: roles.filter(role => held.get(id)?.has(role)) }))
}

/** The teams a person is in, by id. */
export const teamsOf = (view: View, personId: string): readonly string[] => [
  ...new Set(
    records(view, teamRole, 'person', personId).flatMap(record => (record.team === null ? [] : [record.team])),
  ),
]

/** The person with a name, however it is cased; the first when a merge has made two. */
export const personNamed = (view: View, name: string): string | undefined => {
  const wanted = name.toLocaleLowerCase('de')
  return view.ids(person, 'all', 'all').find(id => view.get(person, id)?.name.toLocaleLowerCase('de') === wanted)
}
