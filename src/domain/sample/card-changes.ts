import { create, note, type Change } from '../kernel/change.ts'
import { ranksBetween, type Rank } from '../kernel/rank.ts'
import { check, criteria } from '../work/check.ts'
import { checklist } from '../work/checklist.ts'
import { backlog, item } from '../work/item.ts'
import { cardPast, type CardPast } from './card-past.ts'
import type { SampleCard } from './plan.ts'
import type { TeamScene } from './sample-context.ts'
import { atHour, workingDayAfter } from './timing.ts'

type Lines = Readonly<{ lines: readonly string[]; ticked: number }>

const checkChanges = (
  scene: TeamScene,
  at: Readonly<{ card: string; list: string; createdAt: number; tickedAt: number; by: string }>,
  { lines, ticked }: Lines,
): readonly Change[] => {
  const { newId, jitter } = scene.context
  const ranks = ranksBetween(undefined, undefined, lines.length, jitter)
  return lines.flatMap((title, index) => {
    const done = index < ticked ? ([at.tickedAt, at.by] as const) : null
    const values = { item: at.card, list: at.list, title, rank: ranks[index] as Rank, done }
    const born = { now: at.createdAt, actor: scene.productOwner }
    return create(check, { document: scene.document, id: newId() }, values, born)
  })
}

const listChanges = (scene: TeamScene, card: string, plan: SampleCard, past: CardPast): readonly Change[] => {
  const by = scene.person(plan.people?.[0] ?? 'katrin')
  const at = { card, createdAt: past.createdAt, tickedAt: past.movedAt, by }
  const { criteria: lines = [], met = 0, lists = [] } = plan
  return [
    ...checkChanges(scene, { ...at, list: criteria }, { lines, ticked: past.isDone ? lines.length : met }),
    ...lists.flatMap(list => {
      const id = scene.context.newId()
      const values = { item: card, title: list.title }
      const born = { now: past.createdAt, actor: scene.productOwner }
      return [
        ...create(checklist, { document: scene.document, id }, values, born),
        ...checkChanges(scene, { ...at, list: id }, list),
      ]
    }),
  ]
}

/** By which name a card is spoken of; those nobody speaks of go by their title. */
export const cardRef = ({ ref, title }: SampleCard): string => ref ?? title

const cardValues = (scene: TeamScene, plan: SampleCard, past: CardPast, rank: Rank) => {
  const { context, plan: team } = scene
  const place = past.column === undefined ? backlog : scene.column(past.column)
  const { kind = 'task', title, text = '', points, epic, priority, due } = plan
  return {
    key: context.keyWith(team.prefix),
    kind,
    title,
    description: text,
    position: [place, rank] as const,
    estimate: points ?? null,
    parent: epic === undefined ? null : context.idOf('card', epic),
    people: (plan.people ?? []).map(ref => scene.person(ref)),
    labels: (plan.labels ?? []).map(ref => context.idOf('label', ref)),
    blockedBy: (plan.after ?? []).map(ref => context.idOf('card', ref)),
    ...(priority ? { priority } : {}),
    ...(due === undefined ? {} : { due: workingDayAfter(context.today, due) }),
    ...(past.sprint === undefined ? {} : { sprint: scene.sprint(past.sprint) }),
    ...(plan.dropped === undefined
      ? {}
      : { dropped: [atHour(scene.ago(plan.dropped), 11), scene.productOwner] as const }),
  }
}

const cardChanges = (scene: TeamScene, plan: SampleCard, number: number, rank: Rank): readonly Change[] => {
  const past = cardPast(scene, plan, number)
  const at = { document: scene.document, id: scene.context.idOf('card', cardRef(plan)) }
  const mover = scene.person(plan.people?.[0] ?? 'katrin')
  return [
    ...create(item, at, cardValues(scene, plan, past, rank), { now: past.createdAt, actor: scene.productOwner }),
    ...past.facts.map(({ at: now, kind, value }) =>
      note(item, at, 'at', kind, value, { ...scene.context, now, actor: mover }),
    ),
    ...listChanges(scene, at.id, plan, past),
  ]
}

/** All epics and cards of a team, in the order of the data. */
export const allCardChanges = (scene: TeamScene): readonly Change[] => {
  const epics = scene.plan.epics.map(epic => ({ ...epic, kind: 'epic' as const }))
  const cards = [...epics, ...scene.plan.cards]
  const ranks = ranksBetween(undefined, undefined, cards.length, scene.context.jitter)
  return cards.flatMap((card, index) => cardChanges(scene, card, index, ranks[index] as Rank))
}
