import { create, edit, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { oneLine } from '../kernel/line.ts'
import { workspaceDocument } from '../kernel/record.ts'
import { live, records, type View } from '../kernel/view.ts'
import { personNamed, roleRecords } from '../people/members.ts'
import { longestName, person } from '../people/person.ts'
import type { Team } from '../people/team.ts'
import { teamRole } from '../people/team-role.ts'
import { hues, label, type Hue } from '../work/label.ts'
import type { ImportChoices } from './choices.ts'
import type { PlanLabel, PlanPerson } from './plan.ts'

/** Ids by source, and the changes that make what was not here. */
export type Gathered = Readonly<{ ids: ReadonlyMap<string, string>; changes: readonly Change[] }>

const longestLabel = 80

/**
 * Finds the people of a plan by where an import found them before, then by name, and makes those nobody knows. Whoever is in no
 * role in the team yet becomes a developer, until someone says otherwise.
 */
export const importPeople = (view: View, team: Team, people: readonly PlanPerson[], context: RuleContext): Gathered => {
  const ids = new Map<string, string>()
  const changes = people.flatMap(({ source, name: given }) => {
    const name = oneLine(given).slice(0, longestName)
    if (name === '') return []
    const known = live(view, person, view.ids(person, 'source', source)[0] ?? personNamed(view, name))
    const id = known?.id ?? context.newId()
    ids.set(source, id)
    const at = { document: workspaceDocument, id }
    const sources = [source]
    const made = known
      ? edit(person, known, { sources: [...known.sources, source] })
      : create(person, at, { name, sources }, context)
    return [...made, ...(roleRecords(view, team.id, id).length > 0 ? [] : joining(team, id, context))]
  })
  return { ids, changes }
}

const joining = (team: Team, id: string, context: RuleContext): readonly Change[] => {
  const at = { document: workspaceDocument, id: context.newId() }
  return create(teamRole, at, { team: team.id, person: id, role: 'developer' }, context)
}

/** Finds labels by where an import found them before, then by name, and makes the rest. */
export const importLabels = (
  view: View,
  labels: readonly PlanLabel[],
  hueWords: ImportChoices['hueWords'],
  context: RuleContext,
): Gathered => {
  const key = (name: string): string => name.toLocaleLowerCase('de')
  const byName = new Map(records(view, label, 'all', 'all').map(one => [key(one.name), one.id]))
  const ids = new Map<string, string>()
  const changes = labels.flatMap(({ source, name: given, hue }) => {
    const name = (oneLine(given) || hueWords[hue]).slice(0, longestLabel)
    const known = view.ids(label, 'source', source)[0] ?? byName.get(key(name))
    const id = known ?? context.newId()
    ids.set(source, id)
    byName.set(key(name), id)
    return known === undefined ? create(label, { document: workspaceDocument, id }, { name, hue, source }, context) : []
  })
  return { ids, changes }
}

/** The hue of a table's label, which has no colour of its own: always the same one for the same word. */
export const hueOfWord = (word: string): Hue => {
  let sum = 0
  for (const character of word) sum += character.codePointAt(0) as number
  return hues[sum % hues.length] as Hue
}
