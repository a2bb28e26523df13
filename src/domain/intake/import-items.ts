import { fullRefusal } from '../kanban/limits.ts'
import { column } from '../kanban/column.ts'
import { deletedCell, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { documentOfTeam, team, type Team } from '../people/team.ts'
import { keyMaker } from '../work/creation.ts'
import { backlog, item } from '../work/item.ts'
import { cardsAt, placeCards, rerank } from '../work/move.ts'
import { bornItem, type Links } from './born-item.ts'
import type { ImportChoices } from './choices.ts'
import { importColumns, type ImportedColumns } from './import-columns.ts'
import { importLabels, importPeople } from './import-people.ts'
import type { ImportPlan, PlanItem } from './plan.ts'
import type { IntakeRefusal } from './refusal.ts'
import { sift } from './sift.ts'

export type ImportItems = Readonly<{ team: string; plan: ImportPlan; choices: ImportChoices }>

type Group = { readonly place: string; readonly isEpics: boolean; readonly items: PlanItem[] }

/** Items that will stand in the same list, in the order of the plan. */
const groupsOf = (items: readonly PlanItem[], places: ImportedColumns['places']): readonly Group[] => {
  const groups = new Map<string, Group>()
  for (const planned of items) {
    const isEpics = planned.kind === 'epic'
    const place = isEpics ? backlog : (places.get(planned.column ?? '')?.id ?? backlog)
    const key = isEpics ? 'epics' : place
    const group = groups.get(key) ?? { place, isEpics, items: [] }
    groups.set(key, group)
    group.items.push(planned)
  }
  return [...groups.values()]
}

const idsOfPlan = (view: View, ofTeam: Team, items: readonly PlanItem[], context: RuleContext): Map<string, string> => {
  const ids = new Map(items.map(({ source }) => [source, context.newId()]))
  for (const other of items.flatMap(({ parent, blockedBy }) => [parent ?? [], blockedBy].flat())) {
    if (ids.has(other)) continue
    const [known] = view.ids(item, 'source', `${documentOfTeam(ofTeam)}|${other}`)
    if (known !== undefined) ids.set(other, known)
  }
  return ids
}

/** The changes that make the items of one list, at its foot. */
const bornGroup = (
  view: View,
  ofTeam: Team,
  { place, isEpics, items }: Group,
  links: Links & { readonly nextKey: () => string },
  context: RuleContext,
): readonly Change[] => {
  const document = documentOfTeam(ofTeam)
  const isHere = isEpics || place === backlog || live(view, column, place) !== undefined
  const others = isEpics ? view.ids(item, 'epics', document) : isHere ? cardsAt(view, ofTeam, place) : []
  const placing = placeCards(view, others, { index: others.length, count: items.length }, context)
  const born = items.flatMap((planned, index) => {
    const position = [place, placing.ranks[index] as string] as const
    return bornItem(document, planned, { position, key: links.nextKey() }, links, context)
  })
  return [...born, ...rerank(view, placing)]
}

const inBin = (document: string, id: string, context: RuleContext): Change => ({
  document,
  type: item.type,
  id,
  cell: deletedCell,
  before: undefined,
  after: [context.now, context.actor],
})

/**
 * Brings a plan into a team: columns, people, labels and items with their criteria, checklists, comments and links, as one command that one undo
 * takes back. What an earlier import brought is recognised by its source and never doubled; what the file has changed since comes
 * along only where no person has edited the item (see `updateOf`). A card that lies in the bin counts as not here. Imported cards
 * join no sprint: an import does not change the scope of a running one.
 * Refuses a plan in which nothing is new, a chosen column that has gone, and one that refuses more than its limit.
 */
export const importItems = defineCommand(
  'importItems',
  (view, { team: teamId, plan, choices }: ImportItems, context): Result<readonly Change[], IntakeRefusal> => {
    const ofTeam = live(view, team, teamId)
    if (!ofTeam) return refuse({ because: 'teamIsGone' })
    const { fresh, binned, again } = sift(view, ofTeam, plan, choices, context)
    const made = [...fresh, ...binned]
    const updates = again.flatMap(({ changes }) => changes)
    if (made.length === 0 && updates.length === 0) return refuse({ because: 'nothingToImport' })
    const usedColumns = new Set(fresh.flatMap(planned => planned.column ?? []))
    const columns = importColumns(view, ofTeam, plan, choices, usedColumns, context)
    if (!columns) return refuse({ because: 'columnIsGone' })
    const groups = groupsOf(fresh, columns.places)
    const full = groups.map(({ place, items }) => fullRefusal(view, ofTeam, place, items.length)).find(found => found)
    if (full) return refuse(full)
    const usedLabels = new Set(made.flatMap(({ labels }) => labels))
    const people = importPeople(view, ofTeam, plan.people, context)
    const labels = importLabels(
      view,
      plan.labels.filter(({ source }) => usedLabels.has(source)),
      choices.hueWords,
      context,
    )
    const ids = idsOfPlan(view, ofTeam, made, context)
    const categories = new Map([...columns.places.values()].map(({ id, category }) => [id, category]))
    const nextKey = keyMaker(view, ofTeam, context.jitter)
    const links = { ids, people: people.ids, labels: labels.ids, categories, nextKey }
    const bin: Group = { place: backlog, isEpics: false, items: [...binned] }
    const document = documentOfTeam(ofTeam)
    return ok([
      ...columns.changes,
      ...people.changes,
      ...labels.changes,
      ...[...groups, bin].flatMap(group => bornGroup(view, ofTeam, group, links, context)),
      ...binned.map(({ source }) => inBin(document, ids.get(source) as string, context)),
      ...updates,
    ])
  },
)
