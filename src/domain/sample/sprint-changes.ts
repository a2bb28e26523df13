import { create, note, type Change } from '../kernel/change.ts'
import { availability } from '../scrum/availability.ts'
import { sprint, type SprintState } from '../scrum/sprint.ts'
import { pointsOf } from '../scrum/sprints.ts'
import { cardPast, closeHour, startHour } from './card-past.ts'
import type { SampleCard } from './plan.ts'
import type { TeamScene } from './sample-context.ts'
import { atHour, workingDayAfter } from './timing.ts'

const asItems = (cards: readonly SampleCard[]) => cards.map(({ points }) => ({ estimate: points ?? null }))

/** What was in a sprint when it began, and what was finished in it. */
const figuresOf = ({ plan }: TeamScene, isDone: (card: SampleCard) => boolean, index: number) => {
  const planned = plan.cards.filter(
    ({ sprints = [], joins }) => sprints.includes(index) && (sprints[0] !== index || joins === undefined),
  )
  const done = plan.cards.filter(card => card.sprints?.at(-1) === index && isDone(card))
  return {
    planned: { plannedPoints: pointsOf(asItems(planned)), plannedItems: planned.length },
    done: { donePoints: pointsOf(asItems(done)), doneItems: done.length },
  }
}

const sprintChanges = (scene: TeamScene, index: number): readonly Change[] => {
  const plan = scene.plan.sprints[index]
  if (!plan) return []
  const { start, end } = scene.sprintDays(index)
  const at = { document: scene.document, id: scene.sprint(index) }
  const [startedAt, closedAt] = [atHour(start, startHour), atHour(end, closeHour)]
  const isClosed = plan.state === 'closed'
  const figures = figuresOf(scene, card => cardPast(scene, card, 0).isDone, index)
  const values = {
    ...plan,
    start,
    end,
    ...(plan.state === 'planned' ? {} : { startedAt, ...figures.planned }),
    ...(isClosed ? { closedAt, ...figures.done } : {}),
  }
  // The next sprint was planned yesterday, the others three working days before they began.
  const bornOn = plan.state === 'planned' ? scene.ago(1) : workingDayAfter(start, -3)
  const actor = scene.person('katrin')
  const fact = (now: number, state: SprintState) =>
    note(sprint, at, 'at', 'state', state, { ...scene.context, now, actor })
  return [
    ...create(sprint, at, values, { now: atHour(bornOn, 10), actor }),
    ...(plan.state === 'planned' ? [] : [fact(startedAt, 'running')]),
    ...(isClosed ? [fact(atHour(end, closeHour - 1), 'review'), fact(closedAt, 'closed')] : []),
  ]
}

const availabilityChanges = (scene: TeamScene): readonly Change[] => {
  const running = scene.plan.sprints.findIndex(({ state }) => state === 'running')
  const born = { now: atHour(scene.sprintDays(running).start, startHour), actor: scene.person('katrin') }
  return scene.plan.availability.flatMap(([who, days]) => {
    const at = { document: scene.document, id: scene.context.newId() }
    return create(availability, at, { sprint: scene.sprint(running), person: scene.person(who), days }, born)
  })
}

export const allSprintChanges = (scene: TeamScene): readonly Change[] => [
  ...scene.plan.sprints.flatMap((_, index) => sprintChanges(scene, index)),
  ...availabilityChanges(scene),
]
