import type { View } from '../kernel/view.ts'
import type { Item } from '../work/item.ts'
import { impediment, isOver, type Impediment } from './impediment.ts'
import { openImpedimentsOfItem } from './open-impediments.ts'

/** From a moment to another, milliseconds UTC. */
export type Interval = Readonly<{ from: number; to: number }>

type Event = Readonly<{ at: number; blocks: boolean }>

/**
 * When a fact's end is missing (one person attached a card while another resolved the impediment), what became of the impediment
 * says when it let go. Undefined: it is not known here, so the interval is not believed.
 */
const letGoAt = (record: Impediment | undefined): number | undefined => {
  if (!record) return undefined
  if (record.deleted) return record.deleted[0]
  return isOver(record.state) && record.overAt !== null ? record.overAt : record.changedAt
}

/** In: what history says of one impediment, in order. Out: its intervals; the last one open when nothing ends it. */
const fold = (events: readonly Event[], end: number | undefined): readonly Interval[] => {
  const intervals: Interval[] = []
  let from: number | undefined
  for (const { at, blocks } of events) {
    if (blocks) from ??= at
    else if (from !== undefined) {
      intervals.push({ from, to: at })
      from = undefined
    }
  }
  return from === undefined || end === undefined ? intervals : [...intervals, { from, to: end }]
}

/** Overlapping and touching intervals become one: two impediments at a time block an item only once. */
export const union = (intervals: readonly Interval[]): readonly Interval[] => {
  const joined: Interval[] = []
  for (const next of intervals.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last && next.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) }
    else joined.push(next)
  }
  return joined
}

const eventsByImpediment = ({ history }: Item): ReadonlyMap<string, readonly Event[]> => {
  const events = new Map<string, Event[]>()
  for (const { at, kind, value } of history) {
    if ((kind !== 'blocked' && kind !== 'unblocked') || typeof value !== 'string') continue
    events.set(value, [...(events.get(value) ?? []), { at, blocks: kind === 'blocked' }])
  }
  return events
}

/** What blocks an item now counts until now, even where the facts say otherwise; without any fact since it was reported. */
const untilNow = (events: readonly Event[], record: Impediment, now: number): readonly Interval[] => {
  const intervals = fold(events, now)
  const last = intervals.at(-1)
  return last?.to === now ? intervals : [...intervals, { from: last?.to ?? record.createdAt, to: now }]
}

/**
 * When an item was held up by impediments (DOMAIN 1.6: the union of intervals, not their sum). In: the item, now (milliseconds
 * UTC). Out: intervals in order that neither overlap nor leave the item's life.
 */
export const blockedIntervals = (view: View, record: Item, now: number): readonly Interval[] => {
  const events = eventsByImpediment(record)
  const blocking = openImpedimentsOfItem(view, record.id)
  const holding = new Set(blocking.map(({ id }) => id))
  const past = [...events].filter(([id]) => !holding.has(id))
  const intervals = [
    ...past.flatMap(([id, facts]) => fold(facts, letGoAt(view.get(impediment, id)))),
    ...blocking.flatMap(open => untilNow(events.get(open.id) ?? [], open, now)),
  ]
  const inLife = intervals.map(({ from, to }) => ({ from: Math.max(from, record.createdAt), to: Math.min(to, now) }))
  return union(inLife.filter(({ from, to }) => from < to))
}

/** For how long, in milliseconds, an item was held up altogether. */
export const blockedTime = (view: View, record: Item, now: number): number =>
  blockedIntervals(view, record, now).reduce((sum, { from, to }) => sum + to - from, 0)

/** Since when an item has been held up without a break; undefined when nothing holds it up. */
export const blockedSince = (view: View, record: Item, now: number): number | undefined => {
  if (openImpedimentsOfItem(view, record.id).length === 0) return undefined
  const last = blockedIntervals(view, record, now).at(-1)
  return last?.to === now ? last.from : now
}
