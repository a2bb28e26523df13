import { timeOf } from '../domain/kernel/stamp.ts'
import { whyNot } from './membership-authority.ts'
import { isRootAct, type Act, type History, type Removal } from './membership-history.ts'
import { root, strikes, writerOf, type View, type Writer } from './membership-view.ts'

/**
 * Which acts count: README 1, rules 3 to 5. Pure, without keys or clock: entries were verified before, and the same history gives the
 * same answer on every device.
 *
 * An act counts when its writer had the authority for it in the counting acts of its own past, and no counting removal strikes it. What
 * counts depends on what is struck, and what is struck on which removals count. The rounds begin with nothing struck and alternate
 * (Van Gelder, "The alternating fixpoint of logic programs with negation", 1989) until two agree. Removals on which they never agree
 * strike each other, directly or in a round: they all count, because otherwise whoever is removed could bring down the removal by
 * removing its writer from a past that does not know it.
 *
 * Only those are settled so that have their authority while what stands outside the quarrel is struck. A removal that a removed person
 * wrote knowing the removal has none, whatever becomes of that removal in single rounds: it may not profit from the quarrel.
 *
 * The number of rounds is bounded by that of the removals: for a log without counter-effects through lost authority this is the fixpoint
 * itself, for all others a result that is the same everywhere, and no log can be made that folds for ever.
 */
export type Judged = Readonly<{
  /** Acts that count, with their writers. */
  counts: ReadonlyMap<Act, Writer>
  /** Acts that had authority in their own past, struck or not. */
  authorised: ReadonlySet<Act>
  /** Persons by acts of a device that was a member's in the act's own past. */
  writers: ReadonlyMap<Act, Writer>
}>

type Acts = ReadonlySet<Act>
const none: Acts = new Set()

/** Nobody whom the act's own past knows. */
const nobody: Writer = { person: '', rank: Infinity, home: '' }

/** What counts if these acts are struck, and these removals count whatever else holds. */
const judge = (history: History, struck: Acts, settled: Acts): Judged => {
  const counts = new Map<Act, Writer>()
  const writers = new Map<Act, Writer>()
  const authorised = new Set<Act>()
  for (const act of history.acts) {
    const view: View = { history, counts, past: act.past }
    const writer = isRootAct(act) ? root : writerOf(view, act.entry.device)
    if (writer) writers.set(act, writer)
    const speaker = writer && { device: act.entry.device, writer, at: timeOf(act.entry.stamp) }
    if (speaker && !whyNot(view, speaker, act.act)) authorised.add(act)
    if (settled.has(act)) counts.set(act, writer ?? nobody)
    else if (writer && authorised.has(act) && !struck.has(act)) counts.set(act, writer)
  }
  return { counts, authorised, writers }
}

const struckBy = (history: History, removals: readonly Removal[], { writers }: Judged): Acts => {
  if (removals.length === 0) return none
  const isStruck = (act: Act): boolean => {
    const writer = writers.get(act)
    return writer !== undefined && removals.some(removal => strikes(history, removal, act, writer.person))
  }
  return new Set(history.acts.filter(isStruck))
}

const counting = ({ removals }: History, { counts }: Judged): readonly Removal[] =>
  removals.all.filter(removal => counts.has(removal))

const areEqual = (one: Acts, other: Acts): boolean => one.size === other.size && [...one].every(act => other.has(act))

/** The last two rounds: the same, or two that a quarrel tells apart. */
const alternate = (history: History, settled: Acts): readonly [before: Judged, last: Judged] => {
  let struck = none
  let before = judge(history, struck, settled)
  let last = before
  for (let round = 0; round < 2 * history.removals.all.length + 2; round++) {
    const next = struckBy(history, counting(history, last), last)
    if (areEqual(next, struck)) return [last, last]
    struck = next
    before = last
    last = judge(history, struck, settled)
  }
  return [before, last]
}

const settle = (history: History, settled: Acts): Judged => {
  const [before, last] = alternate(history, settled)
  const [earlier, later] = [counting(history, before), counting(history, last)]
  const agreed = earlier.filter(removal => last.counts.has(removal))
  const struck = struckBy(history, agreed, last)
  const settling = [...earlier, ...later]
    .filter(removal => !agreed.includes(removal))
    .filter(removal => judge(history, struck, settled).counts.has(removal))
  const next = new Set([...settled, ...settling])
  return next.size === settled.size ? last : settle(history, next)
}

/** Folds a history. Out: which acts count, who wrote them, and which were struck although their writer had authority. */
export const foldHistory = (history: History): Judged => settle(history, none)
