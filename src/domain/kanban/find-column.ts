import { live, type View } from '../kernel/view.ts'
import { team, type Team } from '../people/team.ts'
import { teamOfDocument } from '../kernel/record.ts'
import { column, type Column } from './column.ts'
import type { KanbanRefusal } from './refusal.ts'

/** A column that is there, with its team; or why a rule cannot go on. */
export const findColumn = (
  view: View,
  id: string,
): { readonly record: Column; readonly team: Team } | { readonly refusal: KanbanRefusal } => {
  const record = live(view, column, id)
  if (!record) return { refusal: { because: 'columnIsGone' } }
  const ofTeam = live(view, team, teamOfDocument(record.document))
  return ofTeam ? { record, team: ofTeam } : { refusal: { because: 'teamIsGone' } }
}
