import { impediment } from '../impediments/impediment.ts'
import { noteUnblocked } from '../impediments/blocking.ts'
import { openImpedimentsOfItem } from '../impediments/open-impediments.ts'
import { importFact } from '../intake/again.ts'
import { column } from '../kanban/column.ts'
import { edit, note, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { copy } from '../kernel/copy.ts'
import type { Rank } from '../kernel/rank.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { documentOfTeam, team, type Team } from '../people/team.ts'
import { copyParts } from './copy-parts.ts'
import { partsOf } from './family.ts'
import { backlog, item, type Item } from './item.ts'
import { discardParts } from './item-parts.ts'
import { cardsAt, placeCards, rerank } from './move.ts'
import { movable } from './move-item.ts'
import type { WorkRefusal } from './refusal.ts'

/** Facts that stay true in another team; columns and sprints mean nothing there. */
const carriedFacts = new Set(['estimate', importFact])

/** The item as it begins in the other team: in its backlog, as its last; an epic among its epics. */
const arriving = (
  view: View,
  record: Item,
  from: Team,
  to: Team,
  id: string,
  context: RuleContext,
): readonly Change[] => {
  const at = { document: documentOfTeam(to), id }
  const others = record.kind === 'epic' ? view.ids(item, 'epics', at.document) : cardsAt(view, to, backlog)
  const placing = placeCards(view, others, { index: others.length, count: 1 }, context)
  const born = { now: record.createdAt, actor: record.createdBy }
  const changed = {
    position: [backlog, placing.ranks[0] as Rank] as const,
    sprint: null,
    parent: null,
    blockedBy: [],
    movedFrom: [from.id, record.id] as const,
  }
  const facts = record.history.filter(({ kind }) => carriedFacts.has(kind))
  return [
    ...copy(item, record, at, changed, born),
    ...facts.map(({ kind, value, at: now, by }) => note(item, at, 'at', kind, value, { ...context, now, actor: by })),
    note(item, at, 'at', 'movedFrom', [from.id, record.id], context),
    ...copyParts(view, { from: record, to: at, as: 'same' }, context),
    ...rerank(view, placing),
  ]
}

/** What stays behind: key, title, and where it went. Nothing here is held up by it, and no impediment holds it up any more. */
const leaving = (view: View, record: Item, to: readonly [string, string], context: RuleContext): readonly Change[] => [
  ...edit(item, record, { movedTo: to, dropped: [context.now, context.actor], description: '' }),
  note(item, record, 'at', 'movedTo', to, context),
  ...openImpedimentsOfItem(view, record.id).flatMap(held => [
    ...edit(impediment, held, { items: held.items.filter(id => id !== record.id) }),
    ...noteUnblocked(view, held.id, [record.id], context),
  ]),
  ...discardParts(view, record.id, context),
]

export type MoveItemToTeam = {
  readonly item: string
  readonly team: string
}

/**
 * Gives an item to another team, at the end of its backlog, under the same key. Title, description, kind, estimate, priority, due day,
 * people, labels, criteria, checklists, comments, files and links come along, with their dates and authors; sprint, epic, blockers
 * and impediments belong to the old team and stay there. The old team keeps the title and where it went. It can come back the same
 * way. Both teams' documents have to be open, and the bytes of files have to be sealed for the new one.
 * Refuses what is gone, dropped or moved already, its own team, what has parts, and a team without a board.
 */
export const moveItemToTeam = defineCommand(
  'moveItemToTeam',
  (view, args: MoveItemToTeam, context): Result<readonly Change[], WorkRefusal> => {
    const found = movable(view, args.item)
    if ('refusal' in found) return refuse(found.refusal)
    const { record, team: from } = found
    const to = live(view, team, args.team)
    if (!to) return refuse({ because: 'teamIsGone' })
    if (to.id === from.id) return refuse({ because: 'itemIsInTeam' })
    if (view.ids(column, 'document', documentOfTeam(to)).length === 0) return refuse({ because: 'teamHasNoColumn' })
    const count = partsOf(view, record.id).length
    if (count > 0) return refuse({ because: 'itemKeepsParts', count })
    const id = context.newId()
    return ok([...arriving(view, record, from, to, id, context), ...leaving(view, record, [to.id, id], context)])
  },
)
