import { comment } from '../discussion/comment.ts'
import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { item, type Elsewhere, type Item } from './item.ts'

/** What went from a team to others, the oldest item first. */
export const movedItems = (view: View, team: Team): readonly Item[] =>
  records(view, item, 'moved', documentOfTeam(team))

/**
 * Where an item is carried on, over several moves if there were some. Undefined: it has not moved. The last step this device knows;
 * its team's document may not be here.
 */
export const whereItWent = (view: View, record: Item): Elsewhere | undefined => {
  const seen = new Set([record.id])
  let last = record.movedTo
  for (let next = last; next !== null && !seen.has(next[1]); next = view.get(item, next[1])?.movedTo ?? null) {
    seen.add(next[1])
    last = next
  }
  return last ?? undefined
}

/**
 * Items on which somebody who did not know of the move went on working: what stands there has to be taken over by a person. For the
 * merge review.
 */
export const editedAfterMove = (view: View, team: Team): readonly Item[] =>
  movedItems(view, team).filter(({ id, description }) => description !== '' || view.ids(comment, 'item', id).length > 0)

/**
 * Items that came from another team whose card is carried on elsewhere or still there: two people moved it to two teams at once, or
 * one moved it while the other took the move back. For the merge review; origins that are not known here are believed.
 */
export const movedTwice = (view: View, team: Team): readonly Item[] =>
  records(view, item, 'arrived', documentOfTeam(team)).filter(({ id, movedFrom }) => {
    const origin = live(view, item, movedFrom?.[1])
    return origin !== undefined && origin.movedTo?.[1] !== id
  })
