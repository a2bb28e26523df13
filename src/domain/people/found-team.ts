import { column, longestColumnName, type Category } from '../kanban/column.ts'
import { bringBack, create, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { ranksBetween, type Rank } from '../kernel/rank.ts'
import { teamDocument, workspaceDocument } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { records, type View } from '../kernel/view.ts'
import { personNamed } from './members.ts'
import { longestName, person } from './person.ts'
import { isPrefix, proposePrefix } from './prefix.ts'
import type { PeopleRefusal } from './refusal.ts'
import { team, type Method } from './team.ts'
import { teamRole } from './team-role.ts'

export type FoundTeam = {
  readonly name: string
  /** Two to six capitals; proposed from the name when left out. */
  readonly prefix?: string | undefined
  readonly method: Method
  /** The name of the person who acts; their record is made under `context.actor` when it is not there yet. */
  readonly founderName?: string | undefined
  /** Names of colleagues, one each; someone of the same name who is known already is taken, nobody is made twice. */
  readonly people?: readonly string[] | undefined
  /** The first columns, from left to right. */
  readonly columns: readonly { readonly name: string; readonly category: Category }[]
}

const refusalOf = (args: FoundTeam): PeopleRefusal | undefined => {
  if (args.columns.length === 0) return { because: 'columnsAreMissing' }
  if (args.prefix !== undefined && !isPrefix(args.prefix)) return { because: 'prefixIsUnfit' }
  const names = args.founderName === undefined ? [args.name] : [args.name, args.founderName]
  const colleagues = (args.people ?? []).filter(name => oneLine(name) !== '')
  return [
    ...[...names, ...colleagues].map(name => lineRefusal(name, longestName)),
    ...args.columns.map(({ name }) => lineRefusal(name, longestColumnName)),
  ].find(refusal => refusal !== undefined)
}

/** People by id, and the changes that make those who are not there yet. Empty lines are nobody. */
const gather = (view: View, args: FoundTeam, context: RuleContext) => {
  const made: Change[] = []
  const idsByName = new Map<string, string>()
  const make = (id: string, name: string): string => {
    made.push(...create(person, { document: workspaceDocument, id }, { name }, context))
    idsByName.set(name.toLocaleLowerCase('de'), id)
    return id
  }
  const find = (name: string): string | undefined =>
    idsByName.get(name.toLocaleLowerCase('de')) ?? personNamed(view, name)
  const ids: string[] = []
  const founder = view.get(person, context.actor)
  if (founder) {
    made.push(...bringBack(founder))
    ids.push(founder.id)
  } else if (args.founderName !== undefined) ids.push(make(context.actor, oneLine(args.founderName)))
  for (const name of (args.people ?? []).map(oneLine))
    if (name !== '') ids.push(find(name) ?? make(context.newId(), name))
  return { made, ids: [...new Set(ids)] }
}

/**
 * Founds a team: its record, its first columns, the people named, each of them a developer until someone says otherwise. The new
 * team's id is that of the creation of type `team` among the changes. Refuses empty or too long names, an unfit prefix and a team
 * without columns.
 */
export const foundTeam = defineCommand(
  'foundTeam',
  (view, args: FoundTeam, context): Result<readonly Change[], PeopleRefusal> => {
    const refusal = refusalOf(args)
    if (refusal) return refuse(refusal)
    const taken = new Set(records(view, team, 'all', 'all').map(({ prefix }) => prefix))
    const prefix = args.prefix ?? proposePrefix(args.name, proposal => taken.has(proposal))
    const id = context.newId()
    const values = { name: oneLine(args.name), prefix, method: args.method }
    const { made, ids } = gather(view, args, context)
    const ranks = ranksBetween(undefined, undefined, args.columns.length, context.jitter)
    return ok([
      ...create(team, { document: workspaceDocument, id }, values, context),
      ...made,
      ...ids.flatMap(personId => {
        const at = { document: workspaceDocument, id: context.newId() }
        return create(teamRole, at, { team: id, person: personId, role: 'developer' }, context)
      }),
      ...args.columns.flatMap(({ name, category }, index) => {
        const at = { document: teamDocument(id), id: context.newId() }
        return create(column, at, { name: oneLine(name), category, rank: ranks[index] as Rank }, context)
      }),
    ])
  },
)
