import { describe, expect, test } from 'vitest'
import { create } from '../../../src/domain/kernel/change.ts'
import {
  fitOf,
  fittingCount,
  meanVelocity,
  sprintLoad,
  unitFor,
  velocity,
} from '../../../src/domain/metrics/velocity.ts'
import { addToSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import { sprint } from '../../../src/domain/scrum/sprint.ts'
import { buildingOffice, document } from '../scrum/building-office.ts'

const office = () => {
  const scene = buildingOffice()
  const past = (id: string, values: Parameters<typeof create<typeof sprint>>[2]) =>
    scene.apply(create(sprint, { document, id }, { state: 'closed', ...values }, scene.context()))
  return Object.assign(scene, { past })
}

test('closed sprints in the order of their close, cancelled and running ones left out', () => {
  const { past, view } = office()
  past('zwei', { closedAt: 2, plannedPoints: 20, donePoints: 18, plannedItems: 5, doneItems: 4 })
  past('eins', { closedAt: 1, donePoints: 12, doneItems: 3 })
  past('abgebrochen', { state: 'cancelled', closedAt: 3, donePoints: 99 })
  past('läuft', { state: 'running', donePoints: 99 })
  past('ohne alles', {})
  expect(velocity(view, document)).toEqual([
    { sprint: 'ohne alles', planned: { points: 0, items: 0 }, done: { points: 0, items: 0 } },
    { sprint: 'eins', planned: { points: 0, items: 0 }, done: { points: 12, items: 3 } },
    { sprint: 'zwei', planned: { points: 20, items: 5 }, done: { points: 18, items: 4 } },
  ])
})

const results = (...points: readonly number[]) =>
  points.map((done, index) => ({
    sprint: `s${index}`,
    planned: { points: done, items: 1 },
    done: { points: done, items: 2 },
  }))

describe('the mean of the last three', () => {
  test.each([
    [[], undefined],
    [[7], 7],
    [[10, 13], 11.5],
    [[99, 20, 21, 22], 21],
    [[10, 10, 11], 10.3],
  ])('of %j is %s', (points, mean) => {
    expect(meanVelocity(results(...points), 'points')).toBe(mean)
  })

  test('in items', () => expect(meanVelocity(results(10, 20), 'items')).toBe(2))

  test.each([
    [21, undefined, { is: 'unknown' }],
    [21, 21, { is: 'fits' }],
    [20.9, 21, { is: 'fits' }],
    [24, 21, { is: 'over', by: 3, mean: 21 }],
    [11, 10.3, { is: 'over', by: 0.7, mean: 10.3 }],
    [0, 0, { is: 'fits' }],
  ])('%d beside %d', (planned, mean, fit) => {
    expect(fitOf(planned, mean)).toEqual(fit)
  })
})

test('points count where anything is estimated, now or in the last results', () => {
  const { card, item } = office()
  const [estimated, plain] = [item(card('a', { estimate: 0 })), item(card('b'))]
  expect(unitFor([], [plain])).toBe('items')
  expect(unitFor([], [plain, estimated])).toBe('points')
  expect(unitFor(results(0, 5, 0), [plain])).toBe('points')
  expect(unitFor(results(5, 0, 0, 0), [])).toBe('items')
})

test('the bar of the planning screen', () => {
  const { past, plan, card, run, view, sprint } = office()
  const [points, items] = [plan('Sprint 9'), plan('Sprint 10')]
  run(addToSprint, { sprint: points, items: [card('a', { estimate: 20 }), card('b', { estimate: 4 }), card('c')] })
  expect(sprintLoad(view, sprint(points))).toEqual({
    unit: 'points',
    planned: 24,
    mean: undefined,
    fit: { is: 'unknown' },
  })
  run(addToSprint, { sprint: items, items: [card('d'), card('e')] })
  expect(sprintLoad(view, sprint(items))).toMatchObject({ unit: 'items', planned: 2 })
  past('früher', { closedAt: 1, donePoints: 21, doneItems: 3 })
  expect(sprintLoad(view, sprint(points))).toMatchObject({ mean: 21, fit: { is: 'over', by: 3 } })
})

describe('the line in the backlog', () => {
  const cards = (...estimates: readonly (number | null)[]) => {
    const { card, item } = office()
    return estimates.map((estimate, index) => item(card(`card ${index}`, { estimate })))
  }

  test.each([
    ['below the cards that fit together', [8, 5, 8, 1], 2],
    ['cards without an estimate weigh nothing', [8, null, 5, null, 8], 4],
    ['on top when the first is too large', [21, 1], 0],
    ['at the end when all fit', [1, 2], 2],
    ['nowhere without cards', [], 0],
  ])('%s', (_, estimates, count) => {
    expect(fittingCount(results(20), cards(...estimates))).toBe(count)
  })

  test('is not there before the first close', () => expect(fittingCount([], cards(1))).toBeUndefined())
  test('counts cards where nobody estimates', () => expect(fittingCount(results(0), cards(null, null, null))).toBe(2))
})
