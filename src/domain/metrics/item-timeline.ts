import { categories, column, type Category } from '../kanban/column.ts'
import type { LogEntry } from '../kernel/cell.ts'
import type { Json } from '../kernel/json.ts'
import { live, type View } from '../kernel/view.ts'
import type { Item } from '../work/item.ts'
import { categoryOf, columnOf } from '../work/whereabouts.ts'

/** A value from a moment on (milliseconds UTC) until the next step. */
export type Step<Value> = Readonly<{ at: number; value: Value }>

/** An item's past as far as figures need it: in which sprint, in which category, with which estimate, and since when. */
export type ItemTimeline = Readonly<{
  sprint: readonly Step<string | null>[]
  category: readonly Step<Category>[]
  estimate: readonly Step<number | null>[]
  /** From then on it is in no sprint: dropped, or in the bin. */
  endsAt: number
}>

/** The value at a moment; undefined before the first step. */
export const valueAt = <Value>(steps: readonly Step<Value>[], at: number): Value | undefined =>
  steps.findLast(step => step.at <= at)?.value

type Past<Value> = Readonly<{
  facts: readonly Step<Value>[]
  createdAt: number
  /** What the item held before the first fact. */
  initial: Value
  /** What it holds now. This is always right; a fact may be missing, doubled or out of order after a merge. */
  current: Value
  /** When it came to hold `current`, should no fact say so. */
  changedAt: number
}>

const steps = <Value>({ facts, createdAt, initial, current, changedAt }: Past<Value>): readonly Step<Value>[] => {
  // Facts of the same millisecond have no order of their own: the one that holds now came last.
  const ordered = facts.toSorted(
    (one, other) => one.at - other.at || Number(one.value === current) - Number(other.value === current),
  )
  const last = ordered.at(-1)
  if (!last) return [{ at: createdAt, value: current }]
  const known = [{ at: -Infinity, value: initial }, ...ordered]
  return last.value === current ? known : [...known, { at: Math.max(last.at, changedAt), value: current }]
}

const factsOf = <Value>(
  { history }: Item,
  kind: string,
  parse: (value: Json) => Value | undefined,
): readonly Step<Value>[] =>
  history
    .filter((entry: LogEntry) => entry.kind === kind)
    .flatMap(({ at, value }) => {
      const parsed = parse(value)
      return parsed === undefined ? [] : [{ at, value: parsed }]
    })

const sprintFrom = (value: Json) => (value === null || typeof value === 'string' ? value : undefined)
const estimateFrom = (value: Json) => (value === null || typeof value === 'number' ? value : undefined)
const categoryFrom = (value: Json): Category | undefined =>
  Array.isArray(value) ? categories.find(category => category === value[1]) : undefined

/** When a card that did not move came into its category: the column was given another one. */
const recategorisedAt = (view: View, record: Item): number | undefined => {
  const last = record.history.findLast(({ kind }) => kind === 'column')?.value
  const here = columnOf(view, record)
  return here !== undefined && Array.isArray(last) && last[0] === here ? live(view, column, here)?.changedAt : undefined
}

/**
 * Folds an item's history. In: an item, deleted ones too. Out: its steps in order of time. Facts that cannot be read are passed
 * over; where the facts do not lead to what the item holds now, a last step does, at the item's newest edit.
 */
export const timelineOf = (view: View, record: Item): ItemTimeline => {
  const { createdAt, changedAt, dropped, deleted } = record
  const shared = { createdAt, changedAt }
  return {
    sprint: steps({ ...shared, facts: factsOf(record, 'sprint', sprintFrom), initial: null, current: record.sprint }),
    category: steps<Category>({
      createdAt,
      facts: factsOf(record, 'column', categoryFrom),
      initial: 'open',
      current: categoryOf(view, record),
      changedAt: recategorisedAt(view, record) ?? changedAt,
    }),
    estimate: steps({
      ...shared,
      facts: factsOf(record, 'estimate', estimateFrom),
      initial: null,
      current: record.estimate,
    }),
    endsAt: Math.min(dropped?.[0] ?? Infinity, deleted?.[0] ?? Infinity),
  }
}
