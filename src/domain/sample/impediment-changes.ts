import { impediment, isOver } from '../impediments/impediment.ts'
import { create, note, type Change } from '../kernel/change.ts'
import type { Json } from '../kernel/json.ts'
import { item } from '../work/item.ts'
import type { SampleImpediment, SampleStep } from './plan.ts'
import type { TeamScene } from './sample-context.ts'
import { atHour, workingDayAfter } from './timing.ts'

const reportHour = 9.5
/** Steps of one day stand an hour apart. */
const stepHour = (index: number): number => 10.5 + index

const factsOf = (scene: TeamScene, step: SampleStep, index: number): readonly (readonly [number, string, Json])[] => {
  const at = atHour(scene.ago(step.ago), stepHour(index))
  return [
    [at, 'state', step.to],
    ...(step.level === undefined ? [] : [[at, 'level', step.level] as const]),
    ...(step.reason === undefined ? [] : [[at, 'reason', step.reason] as const]),
  ]
}

const valuesOf = (scene: TeamScene, plan: SampleImpediment, items: readonly string[], overAt: number | null) => {
  const { title, effect, severity, party, partyName = '', nextStep = '', helped = '', steps } = plan
  const day = (count: number | undefined) => (count === undefined ? null : workingDayAfter(scene.context.today, count))
  return {
    title,
    effect,
    severity,
    party,
    partyName,
    nextStep,
    helped,
    items,
    overAt,
    state: steps.at(-1)?.to ?? 'reported',
    owner: plan.owner === undefined ? null : scene.person(plan.owner),
    level: steps.findLast(({ level }) => level !== undefined)?.level ?? null,
    dueAt: day(plan.due),
    escalateAt: day(plan.escalate),
  }
}

/** One impediment with the steps it took, and the facts on the cards it holds up or held up. */
export const impedimentChanges = (scene: TeamScene, plan: SampleImpediment): readonly Change[] => {
  const { context } = scene
  const at = { document: scene.document, id: context.newId() }
  const born = { now: atHour(scene.ago(plan.ago), reportHour), actor: scene.person(plan.owner ?? 'katrin') }
  const items = (plan.items ?? []).map(ref => context.idOf('card', ref))
  const last = plan.steps.at(-1)
  const overAt = last && isOver(last.to) ? atHour(scene.ago(last.ago), stepHour(plan.steps.length - 1)) : null
  const onItems = (kind: string, now: number) =>
    items.map(id => note(item, { document: scene.document, id }, 'at', kind, at.id, { ...context, ...born, now }))
  return [
    ...create(impediment, at, valuesOf(scene, plan, items, overAt), born),
    ...plan.steps
      .flatMap((step, index) => factsOf(scene, step, index))
      .map(([now, kind, value]) => note(impediment, at, 'at', kind, value, { ...context, ...born, now })),
    ...onItems('blocked', born.now),
    ...(overAt === null ? [] : onItems('unblocked', overAt)),
  ]
}
