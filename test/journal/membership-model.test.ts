import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { whyNot } from '../../src/journal/membership-authority.ts'
import { foldHistory } from '../../src/journal/membership-fold.ts'
import { historyOf, isRootAct, knownTo, knows, type Removal } from '../../src/journal/membership-history.ts'
import { isCounting, strikes, wordOn, writerOf, wordsOn } from '../../src/journal/membership-view.ts'
import type { Membership } from '../../src/journal/membership.ts'
import { timeOf } from '../../src/domain/kernel/stamp.ts'
import { angryStep, anyStep, everyDevice, take, townOf, type Step } from './random-history.ts'
import { rolesIn } from './town.ts'

const seed = Number(process.env['SEED'] ?? 20_261_120)
const runs = Number(process.env['HISTORIES'] ?? 300)
const options = { numRuns: runs, seed, verbose: 1 } as const

const anyTown = (most: number) =>
  fc.record({
    seed: fc.nat(9_999),
    steps: fc.oneof(...[anyStep, angryStep].map(step => fc.array(step, { minLength: 4, maxLength: most }))),
  })

const countingRemovals = ({ view }: Membership): readonly Removal[] =>
  view.history.removals.all.filter(removal => isCounting(view, removal))

/** Hashes of what counts: the whole outcome of a fold in one list. */
const outcome = ({ frontier, view }: Membership) => ({
  acts: view.history.acts.map(act => [act.entry.hash, isCounting(view, act), view.writers.get(act)]),
  frontier,
})

const shuffled = <Value>(values: readonly Value[], by: number): Value[] =>
  values
    .map((value, index) => ({ value, at: Math.imul(index + 1, 2_654_435_761 ^ by) >>> 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)

const removedFrom = (membership: Membership): readonly string[] => {
  const named = new Set(countingRemovals(membership).flatMap(({ act }) => act.people))
  // Not whose role was taken by a grant afterwards: a grant strikes nothing.
  return [...named].filter(person => wordOn(membership.view, person, 'workspace#1') === undefined)
}

describe(`histories of up to twelve people, with branches and merges (seed ${seed})`, () => {
  test('the same entries give the same membership, in whatever order they came', () => {
    fc.assert(
      fc.property(anyTown(24), fc.nat(), ({ seed: name, steps }, order) => {
        const { town, whole } = folded(name, steps)
        const again = town.membership(shuffled(town.entries, order))
        expect(outcome(again)).toEqual(outcome(whole))
        expect(rolesIn(again)).toEqual(rolesIn(whole))
      }),
      options,
    )
  })

  test('whoever knows only what the writer knew finds the same authority for an act as everybody does', () => {
    fc.assert(
      fc.property(anyTown(16), ({ seed: name, steps }) => {
        const { whole } = folded(name, steps)
        const { history, writers } = whole.view
        for (const act of history.acts.slice(-6)) {
          const [entry, known] = [{ ...act.entry, act: act.act }, knownTo(history, act)]
          const then = foldHistory(historyOf([...known, entry]))
          const alone = [...then.writers].find(([one]) => one.entry.hash === entry.hash)
          expect(alone?.[1]).toEqual(writers.get(act))
        }
      }),
      options,
    )
  })

  test('what has authority in its own past counts unless a counting removal strikes it; nothing else does, but removals in a quarrel', () => {
    fc.assert(
      fc.property(anyTown(24), ({ seed: name, steps }) => {
        const { whole } = folded(name, steps)
        const { history } = whole.view
        for (const act of history.acts) {
          const view = { ...whole.view, past: act.past }
          const writer = isRootAct(act) ? { person: '', rank: 0, home: '' } : writerOf(view, act.entry.device)
          const speaker = writer && { device: act.entry.device, writer, at: timeOf(act.entry.stamp) }
          const may =
            whole.view.writers.has(act) && speaker !== undefined && whyNot(view, speaker, act.act) === undefined
          const struck =
            writer !== undefined && countingRemovals(whole).some(one => strikes(whole.view, one, act, writer.person))
          const isRemoval = act.act.act === 'remove'
          const counts = isCounting(whole.view, act)
          if (may && !struck) expect(counts).toBe(true)
          else if (!isRemoval) expect(counts).toBe(false)
        }
      }),
      options,
    )
  })

  test('who was removed is out until somebody who knew it, or the root, says otherwise', () => {
    fc.assert(
      fc.property(anyTown(24), ({ seed: name, steps }) => {
        const { whole } = folded(name, steps)
        const { history } = whole.view
        for (const removal of countingRemovals(whole)) {
          for (const person of removal.act.people) {
            if (rolesIn(whole)[person] === undefined) continue
            const words = wordsOn(whole.view, person, 'workspace#1')
            expect(
              words.some(
                ({ act }) => knows(history, act, removal) || (isRootAct(act) && !knows(history, removal, act)),
              ),
            ).toBe(true)
          }
        }
      }),
      options,
    )
  })

  test('a removed person never comes back by what they say themselves, however they twist their past', () => {
    fc.assert(
      fc.property(
        anyTown(20),
        fc.array(fc.oneof(anyStep, angryStep), { minLength: 1, maxLength: 8 }),
        ({ seed: name, steps }, further) => {
          const { town, whole } = folded(name, steps)
          const out = removedFrom(whole)
          const theirs = everyDevice.filter(({ person }) => out.includes(person))
          if (theirs.length === 0) return
          // Not in the root's name.
          for (const step of further)
            take(town, { ...step, fork: Math.max(10, step.fork) }, theirs[step.by % theirs.length])
          const after = town.membership()
          expect(out.filter(person => rolesIn(after)[person] !== undefined)).toEqual([])
        },
      ),
      options,
    )
  })
})

const folded = (name: number, steps: readonly Step[]) => {
  const town = townOf(name, steps)
  return { town, whole: town.membership() }
}
