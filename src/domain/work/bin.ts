import { isPast } from '../kanban/home.ts'
import { bringBack, discard, edit, note, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, team } from '../people/team.ts'
import { savedView } from '../views/saved-view.ts'
import { sprintNote } from './arrival.ts'
import { editEach } from './edit-values.ts'
import { item, type Item } from './item.ts'
import { isOld, purgeItem, purgeParts } from './item-parts.ts'
import type { WorkRefusal } from './refusal.ts'
import { isDone } from './whereabouts.ts'

type Edited = Result<readonly Change[], WorkRefusal>
type Items = { readonly items: readonly string[] }

export { timeInBin } from './item-parts.ts'

/** What comes back has to be seen: unfinished work leaves a sprint that is over. */
const outOfClosedSprint = (view: View, record: Item, context: RuleContext): readonly Change[] => {
  const isHidden = isPast(view, record.sprint) && !isDone(view, record)
  return isHidden ? [...edit(item, record, { sprint: null }), sprintNote(record, null, context)] : []
}

/** History tells that something came back; that it had gone cannot be seen any more afterwards. */
const backAgain = (record: Item, kind: 'restored' | 'takenBack', context: RuleContext): Change =>
  note(item, record, 'at', kind, null, context)

/** Decides against items: they leave the board without a result, with time and person. */
export const dropItems = defineCommand('dropItems', (view, { items }: Items, context): Edited =>
  editEach(view, items, record =>
    record.dropped ? [] : edit(item, record, { dropped: [context.now, context.actor] }),
  ),
)

/**
 * Takes dropped items back to where they stood; unfinished ones leave a sprint that is over meanwhile. Refuses what went to
 * another team.
 */
export const takeBackItems = defineCommand('takeBackItems', (view, { items }: Items, context): Edited =>
  editEach(view, items, record =>
    record.dropped
      ? [
          ...edit(item, record, { dropped: null }),
          backAgain(record, 'takenBack', context),
          ...outOfClosedSprint(view, record, context),
        ]
      : [],
  ),
)

/** Puts items into the bin; what belongs to them stays with them. What went to another team can be taken out of sight too. */
export const deleteItems = defineCommand('deleteItems', (view, { items }: Items, context): Edited => {
  const found = [...new Set(items)].flatMap(id => live(view, item, id) ?? [])
  return found.length === 0 ? refuse({ because: 'itemIsGone' }) : ok(found.flatMap(record => discard(record, context)))
})

/**
 * Takes items out of the bin to where they stood; unfinished ones leave a sprint that is over meanwhile. Refuses when none is in
 * the bin, and what was overwritten after a month there.
 */
export const restoreItems = defineCommand('restoreItems', (view, { items }: Items, context): Edited => {
  const found = [...new Set(items)].flatMap(id => view.get(item, id) ?? [])
  const binned = found.filter(record => record.deleted && !record.purged)
  if (binned.length === 0) return refuse({ because: 'itemIsNotInBin' })
  return ok(
    binned.flatMap(record => [
      ...bringBack(record),
      backAgain(record, 'restored', context),
      ...outOfClosedSprint(view, record, context),
    ]),
  )
})

/**
 * Overwrites the texts of what has been in a team's bin for 30 days and hides it there; the journal keeps its entries until the
 * document is founded anew. Nothing else of the records is touched, so figures stay as they were.
 */
export const emptyBin = defineCommand('emptyBin', (view, { team: id }: { readonly team: string }, context): Edited => {
  const ofTeam = live(view, team, id)
  if (!ofTeam) return refuse({ because: 'teamIsGone' })
  const document = documentOfTeam(ofTeam)
  const old = records(view, item, 'bin', document).filter(record => isOld(record, context.now))
  const views = records(view, savedView, 'bin', document).filter(record => isOld(record, context.now))
  return ok([
    ...old.flatMap(record => purgeItem(view, record)),
    ...purgeParts(view, document, context.now),
    ...views.flatMap(record => edit(savedView, record, { name: '', query: '' })),
  ])
})
