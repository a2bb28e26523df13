import type { Category } from '../kanban/column.ts'
import { create, note, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { ranksBetween, type Rank } from '../kernel/rank.ts'
import type { DocumentName } from '../kernel/record.ts'
import { check, criteria } from '../work/check.ts'
import { checklist } from '../work/checklist.ts'
import { backlog, item, type Position } from '../work/item.ts'
import { importNote } from './again.ts'
import type { PlanCheck, PlanItem } from './plan.ts'
import { bornParts } from './sourced-parts.ts'

/** What the sources of a plan have become here. */
export type Links = Readonly<{
  ids: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  labels: ReadonlyMap<string, string>
  /** The categories of the columns cards come to, by column id. */
  categories: ReadonlyMap<string, Category>
}>

type Owner = Readonly<{ document: DocumentName; item: string; list: string }>

const checksOf = (
  { document, item: owner, list }: Owner,
  checks: readonly PlanCheck[],
  people: Links['people'],
  context: RuleContext,
): readonly Change[] => {
  const ranks = ranksBetween(undefined, undefined, checks.length, context.jitter)
  return checks.flatMap(({ title, isDone, due, person }, index) => {
    const done = isDone ? ([context.now, context.actor] as const) : null
    const values = {
      item: owner,
      list,
      title,
      rank: ranks[index] as Rank,
      done,
      due,
      person: people.get(person ?? '') ?? null,
    }
    return create(check, { document, id: context.newId() }, values, context)
  })
}

const checklistsOf = (
  { document, id }: { readonly document: DocumentName; readonly id: string },
  { checklists }: PlanItem,
  people: Links['people'],
  context: RuleContext,
): readonly Change[] => {
  const ranks = ranksBetween(undefined, undefined, checklists.length, context.jitter)
  return checklists.flatMap(({ title, checks }, index) => {
    const list = context.newId()
    const values = { item: id, title, rank: ranks[index] as Rank }
    const made = create(checklist, { document, id: list }, values, context)
    return [...made, ...checksOf({ document, item: id, list }, checks, people, context)]
  })
}

const idsFrom = (known: ReadonlyMap<string, string>, sources: readonly string[]): readonly string[] =>
  [...new Set(sources)].flatMap(source => known.get(source) ?? [])

/** What it begins with stands in its history, at the times the file knows. Dates that contradict each other are no history. */
const beginnings = (
  at: { readonly document: DocumentName; readonly id: string },
  planned: PlanItem,
  [place]: Position,
  links: Links,
  created: number,
  context: RuleContext,
): readonly Change[] => {
  const arrived = Math.min(planned.arrivedAt ?? context.now, context.now)
  const category = links.categories.get(place)
  return [
    ...(place === backlog || !category
      ? []
      : [note(item, at, 'at', 'column', [place, category], { ...context, now: arrived })]),
    ...(planned.estimate === null
      ? []
      : [note(item, at, 'at', 'estimate', planned.estimate, { ...context, now: created })]),
    importNote(at, planned, context),
  ]
}

/** The changes that make one item of a plan with its criteria, checklists, comments and links. Its date of creation is the file's, unless that lies ahead. */
export const bornItem = (
  document: DocumentName,
  planned: PlanItem,
  { position, key }: { readonly position: Position; readonly key: string },
  links: Links,
  context: RuleContext,
): readonly Change[] => {
  const { kind, title, description, estimate, priority, due, source, sourceKey } = planned
  const at = { document, id: links.ids.get(source) as string }
  const created = Math.min(planned.createdAt ?? context.now, context.now)
  const parent = links.ids.get(planned.parent ?? '') ?? null
  const people = idsFrom(links.people, planned.people)
  const labels = idsFrom(links.labels, planned.labels)
  const blockedBy = idsFrom(links.ids, planned.blockedBy)
  const values = {
    key,
    kind,
    title,
    description,
    position,
    estimate,
    priority,
    due,
    parent,
    people,
    labels,
    blockedBy,
    source,
    sourceKey,
  }
  return [
    ...create(item, at, values, { ...context, now: created }),
    ...beginnings(at, planned, position, links, created, context),
    ...checksOf({ document, item: at.id, list: criteria }, planned.criteria, links.people, context),
    ...checklistsOf(at, planned, links.people, context),
    ...bornParts(at, planned, context),
  ]
}
