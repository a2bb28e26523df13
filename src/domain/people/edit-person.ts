import { bringBack, create, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { personNamed, roleRecords } from './members.ts'
import { longestName, person } from './person.ts'
import type { PeopleRefusal } from './refusal.ts'
import { team } from './team.ts'
import { teamRole } from './team-role.ts'

type Edited = Result<readonly Change[], PeopleRefusal>
type OfPerson = { readonly person: string }

/**
 * Takes a person into a team as a developer; someone of the same name who is known already is taken, nobody is made twice. Refuses
 * an empty or too long name, and who is in the team already.
 */
export const addPerson = defineCommand(
  'addPerson',
  (view, { team: teamId, name }: { readonly team: string; readonly name: string }, context): Edited => {
    if (!live(view, team, teamId)) return refuse({ because: 'teamIsGone' })
    const refusal = lineRefusal(name, longestName)
    if (refusal) return refuse(refusal)
    const known = personNamed(view, oneLine(name))
    if (known !== undefined && roleRecords(view, teamId, known).length > 0) return refuse({ because: 'personIsInTeam' })
    const id = known ?? context.newId()
    const made =
      known === undefined ? create(person, { document: workspaceDocument, id }, { name: oneLine(name) }, context) : []
    const role = { document: workspaceDocument, id: context.newId() }
    return ok([...made, ...create(teamRole, role, { team: teamId, person: id, role: 'developer' }, context)])
  },
)

/** Gives a person another name; cards and roles stay with them. Refuses an empty name and one over 120 characters. */
export const renamePerson = defineCommand(
  'renamePerson',
  (view, { person: id, name }: OfPerson & { readonly name: string }): Edited => {
    const record = live(view, person, id)
    if (!record) return refuse({ because: 'personIsGone' })
    const refusal = lineRefusal(name, longestName)
    return refusal ? refuse(refusal) : ok(edit(person, record, { name: oneLine(name) }))
  },
)

/** Puts a person into the bin. Their roles and the cards they stand on are not touched, so that they can come back. */
export const removePerson = defineCommand('removePerson', (view, { person: id }: OfPerson, context): Edited => {
  const record = live(view, person, id)
  return record ? ok(discard(record, context)) : refuse({ because: 'personIsGone' })
})

/** Takes a person out of the bin, with their roles. */
export const restorePerson = defineCommand('restorePerson', (view, { person: id }: OfPerson): Edited => {
  const record = view.get(person, id)
  if (!record) return refuse({ because: 'personIsGone' })
  return record.deleted ? ok(bringBack(record)) : refuse({ because: 'personIsNotInBin' })
})
