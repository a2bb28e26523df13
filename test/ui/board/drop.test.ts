import { describe, expect, it } from 'vitest'
import { homeOf, nearestStart, slotAt } from '../../../src/ui/board/drop.ts'
import { edgeSpeed } from '../../../src/ui/board/edge-scroll.ts'
import { keyDrop } from '../../../src/ui/board/key-drop.ts'
import { layOut, type Layout, type Line } from '../../../src/ui/board/layout.ts'

const ready = { id: 'ready', label: 'Bereit', cards: ['form', 'letter', 'date'] }
const doing = { id: 'doing', label: 'In Arbeit', cards: ['interface'] }
const done = { id: 'done', label: 'Erledigt', cards: [] }

const linesOf = ({ count, line }: Layout): readonly Line[] =>
  Array.from({ length: count }, (_, place) => line(place) as Line)

describe('a column', () => {
  const layout = layOut([ready], 'letter')

  it.each([
    ['at the top', 0, undefined, 'form', 1],
    ['between two cards', 1, 'form', 'date', 2],
    ['at the end', 2, 'date', undefined, 3],
  ] as const)('takes a card %s', (_, line, before, after, position) => {
    expect(slotAt(layout, line)).toMatchObject({ to: 'ready', before, after, position, count: 3 })
  })

  it('knows where the card stood', () => {
    expect(homeOf(layOut([ready]), 'letter')).toMatchObject({ before: 'form', after: 'date', position: 2, count: 3 })
    expect(homeOf(layOut([ready]), 'interface')).toBeUndefined()
  })

  it('takes the first card of all', () => {
    expect(slotAt(layOut([done]), 0)).toMatchObject({ to: 'done', before: undefined, after: undefined, position: 1 })
  })
})

describe('a list of sections', () => {
  const sprint = { id: 'sprint', label: 'Sprint 13', cards: ['form'], head: true }
  const backlog = { id: 'backlog', label: 'Backlog', cards: ['letter', 'date'], head: true, markAfter: 1 }

  it('has a head, its cards with the mark between them, and an end for quick add', () => {
    const layout = layOut([sprint, backlog, { ...done, head: true, folded: true, cards: ['old'] }])
    expect(linesOf(layout).map(({ key }) => key)).toEqual(
      'head sprint,form,end sprint,head backlog,letter,mark backlog,date,end backlog,head done,end done'.split(','),
    )
    expect(['form', 'letter', 'date', 'old', 'unknown'].map(layout.placeOf)).toEqual([1, 4, 6, undefined, undefined])
    expect(layout.line(layout.count)).toBeUndefined()
    expect(layout.cards()).toEqual(['form', 'letter', 'date'])
  })

  it('closes up where a card was lifted, and remembers the place', () => {
    const layout = layOut([sprint, backlog], 'letter')
    expect(linesOf(layout).map(({ key }) => key)).not.toContain('letter')
    expect(layout.lifted).toEqual({ zone: 'backlog', index: 0 })
    expect(layOut([sprint, backlog], 'unknown').zones).toEqual([sprint, backlog])
  })

  it('puts what is dropped on a head at the top of its section', () => {
    const layout = layOut([sprint, backlog])
    const head = linesOf(layout).findIndex(line => line.key === 'head backlog')
    expect(slotAt(layout, head)).toMatchObject({ to: 'backlog', before: undefined, after: 'letter' })
  })

  it('does not let the sprint line come between neighbours', () => {
    const layout = layOut([sprint, backlog])
    const mark = linesOf(layout).findIndex(line => line.kind === 'mark')
    expect(slotAt(layout, mark)).toMatchObject({ before: 'letter', after: 'date', position: 2 })
  })

  it('puts what is dropped on a folded section at its end', () => {
    const layout = layOut([{ ...backlog, folded: true }])
    expect(slotAt(layout, 0)).toMatchObject({ to: 'backlog', before: 'date', after: undefined, position: 3 })
  })
})

describe('the nearest slot', () => {
  const starts = [0, 80, 200, 260]
  const nearest = (top: number) => nearestStart(starts.length, index => starts[index] ?? 0, top)

  it.each([
    [-50, 0],
    [39, 0],
    [41, 1],
    [139, 1],
    [141, 2],
    [999, 3],
  ])('to %i px is number %i', (top, index) => {
    expect(nearest(top)).toBe(index)
  })
})

describe('Alt and an arrow', () => {
  const columns = [ready, doing, done]

  it.each([
    ['letter', 'up', { card: 'letter', to: 'ready', before: undefined, after: 'form' }],
    ['letter', 'down', { card: 'letter', to: 'ready', before: 'date', after: undefined }],
    ['letter', 'right', { card: 'letter', to: 'doing', before: 'interface', after: undefined }],
    ['form', 'right', { card: 'form', to: 'doing', before: undefined, after: 'interface' }],
    ['interface', 'right', { card: 'interface', to: 'done', before: undefined, after: undefined }],
    ['form', 'up', undefined],
    ['date', 'down', undefined],
    ['form', 'left', undefined],
    ['unknown', 'down', undefined],
  ] as const)('moves %s %s', (card, direction, drop) => {
    expect(keyDrop(columns, card, direction)).toEqual(drop)
  })
})

describe('scrolling at the edge', () => {
  it('rests in the middle and grows towards both ends', () => {
    expect(edgeSpeed(400, 0, 800)).toBeCloseTo(0)
    expect(edgeSpeed(40, 0, 800)).toBeLessThan(0)
    expect(edgeSpeed(5, 0, 800)).toBeLessThan(edgeSpeed(40, 0, 800))
    expect(edgeSpeed(795, 0, 800)).toBeGreaterThan(0)
    expect(edgeSpeed(-50, 0, 800)).toBe(edgeSpeed(0, 0, 800))
  })
})
