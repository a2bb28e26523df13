import type { Json } from '../kernel/json.ts'
import type { SampleCard } from './plan.ts'
import type { TeamScene } from './sample-context.ts'
import { atHour, someHour, workingDayAfter } from './timing.ts'

/** A fact in a card's history. */
export type Fact = Readonly<{ at: number; kind: string; value: Json }>

/** What has become of a card until today. */
export type CardPast = Readonly<{
  createdAt: number
  facts: readonly Fact[]
  /** The column it stands in; undefined: the backlog. */
  column: number | undefined
  sprint: number | undefined
  isDone: boolean
  /** When it came to where it stands. */
  movedAt: number
}>

/** Sprints start at nine and are closed at half past three; what is in them from the start was put there before. */
export const planningHour = 8.5
export const startHour = 9
export const closeHour = 15.5

const halfAnHour = 1_800_000

/** Moves keep their order even when two fall on the same day. */
const inOrder = (instants: readonly number[]): readonly number[] => {
  const ordered: number[] = []
  for (const at of instants) ordered.push(Math.max(at, (ordered.at(-1) ?? 0) + halfAnHour))
  return ordered
}

type Moves = Readonly<{ createdAt: number; moves: readonly number[]; sprintFacts: readonly Fact[] }>

const inSprints = (scene: TeamScene, card: SampleCard, sprints: readonly number[], number: number): Moves => {
  const [first = 0] = sprints
  const { start } = scene.sprintDays(first)
  const joinDay = workingDayAfter(start, card.joins ?? 0)
  const isPlanned = scene.plan.sprints[first]?.state === 'planned'
  const joinedAt = isPlanned ? atHour(scene.ago(1), 11) : atHour(joinDay, planningHour)
  const createdOn =
    card.joins === undefined ? workingDayAfter(start, -8 - ((number * 5) % 17)) : workingDayAfter(joinDay, -1)
  const entered = atHour(joinDay, card.joins === undefined ? startHour : startHour + 1)
  const later = (card.days ?? []).map((day, step) => atHour(workingDayAfter(start, day), someHour(number + step * 3)))
  const carried = sprints.slice(1).map((sprint, step) => ({
    at: atHour(scene.sprintDays(sprints[step] ?? first).end, closeHour),
    kind: 'sprint',
    value: scene.sprint(sprint),
  }))
  return {
    createdAt: atHour(createdOn, someHour(number)),
    moves: isPlanned ? [] : inOrder([entered, ...later]),
    sprintFacts: [{ at: joinedAt, kind: 'sprint', value: scene.sprint(first) }, ...carried],
  }
}

const withoutSprint = (scene: TeamScene, { ago = [] }: SampleCard, number: number): Moves => {
  const createdAgo = ago[0] === undefined ? 5 + ((number * 7) % 45) : ago[0] + 1 + (number % 9)
  return {
    createdAt: atHour(scene.ago(createdAgo), someHour(number)),
    moves: inOrder(ago.map((days, step) => atHour(scene.ago(days), someHour(number + step * 3)))),
    sprintFacts: [],
  }
}

/** Folds the days of a card's data into its past. `number` spreads the hours, so that not everything happens at once. */
export const cardPast = (scene: TeamScene, card: SampleCard, number: number): CardPast => {
  const { createdAt, moves, sprintFacts } = card.sprints
    ? inSprints(scene, card, card.sprints, number)
    : withoutSprint(scene, card, number)
  const columnFacts = moves.map((at, index) => ({ at, kind: 'column', value: scene.columnFact(index) }))
  const estimate =
    card.points === undefined ? [] : [{ at: createdAt + halfAnHour, kind: 'estimate', value: card.points }]
  const column = moves.length === 0 ? undefined : moves.length - 1
  return {
    createdAt,
    facts: [...estimate, ...sprintFacts, ...columnFacts].sort((one, other) => one.at - other.at),
    column,
    sprint: card.sprints?.at(-1),
    isDone: column !== undefined && scene.plan.columns[column]?.category === 'done',
    movedAt: moves.at(-1) ?? createdAt,
  }
}
