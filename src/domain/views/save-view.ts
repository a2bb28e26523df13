import { create, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { lineRefusal, oneLine, plainLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, team, type Team } from '../people/team.ts'
import type { ViewsRefusal } from './refusal.ts'
import { longestQuery, longestViewName, savedView, viewsKey, type SavedView } from './saved-view.ts'

type Edited = Result<readonly Change[], ViewsRefusal>
type OfView = { readonly view: string }

/** A person's saved views in a team, by name. */
export const viewsOf = (view: View, ofTeam: Team, person: string): readonly SavedView[] =>
  records(view, savedView, 'person', viewsKey(documentOfTeam(ofTeam), person))

/** What others have saved is nothing for me to change. */
const ownView = (view: View, id: string, { actor }: RuleContext): SavedView | undefined => {
  const record = live(view, savedView, id)
  return record?.person === actor ? record : undefined
}

const isTaken = (views: readonly SavedView[], name: string, own?: string): boolean => {
  const wanted = oneLine(name).toLocaleLowerCase('de')
  return views.some(record => record.id !== own && record.name.toLocaleLowerCase('de') === wanted)
}

const isPlace = (place: string): boolean => /^[a-z-]{1,40}$/.test(place)
/** The query without its question mark; undefined: too long, or no query. */
const readQuery = (query: string): string | undefined => {
  const kept = plainLine(query).replace(/^\?/, '')
  return kept.length > longestQuery || /[\s#]/.test(kept) ? undefined : kept
}

export type SaveView = {
  readonly team: string
  readonly name: string
  readonly place: string
  readonly query: string
}

/**
 * Keeps a way of looking under a name, for who acts. Refuses an empty or too long name, one the person has given already in this team,
 * and what is no place or query.
 */
export const saveView = defineCommand('saveView', (view, args: SaveView, context): Edited => {
  const ofTeam = live(view, team, args.team)
  if (!ofTeam) return refuse({ because: 'teamIsGone' })
  const refusal = lineRefusal(args.name, longestViewName)
  if (refusal) return refuse(refusal)
  if (isTaken(viewsOf(view, ofTeam, context.actor), args.name)) return refuse({ because: 'viewExists' })
  const query = readQuery(args.query)
  if (query === undefined || !isPlace(args.place)) return refuse({ because: 'viewIsUnfit' })
  const at = { document: documentOfTeam(ofTeam), id: context.newId() }
  const values = { person: context.actor, name: oneLine(args.name), place: args.place, query }
  return ok(create(savedView, at, values, context))
})

export type ChangeView = OfView & {
  readonly name?: string | undefined
  readonly query?: string | undefined
}

/** Gives an own view another name or other filters; what is left out stays. Refuses as `saveView` does. */
export const changeView = defineCommand('changeView', (view, args: ChangeView, context): Edited => {
  const record = ownView(view, args.view, context)
  if (!record) return refuse({ because: 'viewIsGone' })
  const { name = record.name, query = record.query } = args
  const refusal = lineRefusal(name, longestViewName)
  if (refusal) return refuse(refusal)
  const others = records(view, savedView, 'person', viewsKey(record.document, context.actor))
  if (isTaken(others, name, record.id)) return refuse({ because: 'viewExists' })
  const kept = readQuery(query)
  if (kept === undefined) return refuse({ because: 'viewIsUnfit' })
  return ok(edit(savedView, record, { name: oneLine(name), query: kept }))
})

/** Deletes an own view. */
export const deleteView = defineCommand('deleteView', (view, { view: id }: OfView, context): Edited => {
  const record = ownView(view, id, context)
  return record ? ok(discard(record, context)) : refuse({ because: 'viewIsGone' })
})
