import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import axe from 'axe-core'
import { createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { announcements } from '../../../src/ui/announcements.ts'
import { BoardSurface } from '../../../src/ui/board/board-surface.tsx'
import type { Drop } from '../../../src/ui/board/drop.ts'
import { keyDrop } from '../../../src/ui/board/key-drop.ts'

const texts = {
  description: 'verschiebbare Karte',
  lifted: (card: string) => `${card} aufgenommen`,
  over: (place: { card: string; to: string; position: number; count: number }) =>
    `${place.card} über ${place.to}, Platz ${place.position} von ${place.count}`,
  cancelled: (card: string) => `${card} bleibt, wo sie war`,
}

type Column = { readonly id: string; readonly cards: readonly string[] }

let root: Root | undefined
let columns: readonly Column[] = []
const listeners = new Set<() => void>()
const drops: Drop[] = []

const cards = {
  get: (id: string) => columns.find(column => column.id === id)?.cards ?? [],
  subscribe: (_: string, listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
const names = ['Bereit', 'In Arbeit', 'Erledigt'].map(id => ({ id, label: id }))
const renderCard = (id: string) => createElement('p', null, `Karte ${id}`)
const renderHeader = (id: string) => createElement('h2', null, id)

function move(drop: Drop) {
  drops.push(drop)
  columns = columns.map(column => moved(column, drop))
  for (const listener of listeners) listener()
}

const Board = () =>
  createElement(BoardSurface, {
    columns: names,
    cards,
    label: 'Board',
    texts,
    renderCard,
    renderHeader,
    onDrop: move,
    onKeyMove: (id, direction) => {
      const drop = keyDrop(columns, id, direction)
      if (drop) move(drop)
    },
  })

function moved(column: Column, { card, to, before }: Drop): Column {
  if (column.id !== to && !column.cards.includes(card)) return column
  const others = column.cards.filter(id => id !== card)
  if (column.id !== to) return { ...column, cards: others }
  const place = before === undefined ? 0 : others.indexOf(before) + 1
  return { ...column, cards: others.toSpliced(place, 0, card) }
}

async function showBoard(...lists: readonly (readonly string[])[]) {
  await page.viewport(1200, 800)
  const place = document.createElement('main')
  place.style.cssText = 'display:flex;height:100dvh'
  document.body.replaceChildren(place)
  document.documentElement.lang = 'de'
  document.title = 'Board'
  columns = names.map(({ id }, index) => ({ id, cards: lists[index] ?? [] }))
  root = createRoot(place)
  root.render(createElement(Board))
  await vi.waitFor(() => expect(document.querySelector('[data-card]')).not.toBeNull())
}

afterEach(() => {
  root?.unmount()
  drops.length = 0
})

const numbers = (count: number, letter = 'k') => Array.from({ length: count }, (_, index) => `${letter}${index}`)
const card = (id: string) => document.querySelector<HTMLElement>(`[data-card="${id}"]`)
const column = (id: string) => document.querySelector<HTMLElement>(`[data-column="${id}"]`)
const scroller = (id: string) => card(id)!.closest<HTMLElement>('[class*="scroller"]')!
const frame = () => new Promise(done => requestAnimationFrame(done))
const focused = () => (document.activeElement as HTMLElement).dataset['card']
const middle = (element: HTMLElement) => {
  const box = element.getBoundingClientRect()
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}

type Point = { readonly x: number; readonly y: number }

function mouse(type: string, { x, y }: Point, target: EventTarget = document) {
  target.dispatchEvent(
    new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, buttons: 1 }),
  )
}

async function drag(id: string, to: Point, steps = 10) {
  const from = middle(card(id)!)
  mouse('mousedown', from, card(id)!)
  for (let step = 1; step <= steps; step++) {
    mouse('mousemove', { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps })
    await frame()
  }
}

describe('a card dragged with the mouse', () => {
  it('leaves its gap, marks the column it is over, and lands between its new neighbours', async () => {
    await showBoard(numbers(5), numbers(5, 'w'))
    const element = card('k1')
    const to = middle(card('w2')!)
    const travel = to.y - middle(element!).y
    const start = element!.getBoundingClientRect().top
    await drag('k1', to)
    const air = document.querySelector<HTMLElement>('[class*="overlay"]')!.getBoundingClientRect()
    expect(Math.abs(air.top - start - travel)).toBeLessThan(3)
    // The finger's events belong to this very element.
    expect(document.querySelector('[data-lifted]')).toBe(element)
    await vi.waitFor(() => expect(column('In Arbeit')!.dataset['target']).toBe('true'))
    const gap = document.querySelector<HTMLElement>('[class*="gap"]')!
    expect(gap.getBoundingClientRect().height).toBeCloseTo(card('k0')!.getBoundingClientRect().height, 0)
    mouse('mouseup', to)
    await vi.waitFor(() => expect(drops).toEqual([{ card: 'k1', to: 'In Arbeit', before: 'w1', after: 'w2' }]))
    await vi.waitFor(() => expect(card('k1')!.closest('[data-column]')).toBe(column('In Arbeit')))
    expect(column('In Arbeit')!.dataset['target']).toBeUndefined()
    expect(announcements.getState().log.slice(-2)).toEqual([
      'k1 aufgenommen',
      expect.stringMatching(/^k1 über In Arbeit, Platz \d von 6$/),
    ])
  })

  it('can be put into an empty column', async () => {
    await showBoard(numbers(3))
    const box = column('Erledigt')!.getBoundingClientRect()
    await drag('k0', { x: box.left + 60, y: box.bottom - 200 })
    mouse('mouseup', { x: box.left + 60, y: box.bottom - 200 })
    await vi.waitFor(() => expect(columns[2]!.cards).toEqual(['k0']))
    expect(drops).toEqual([{ card: 'k0', to: 'Erledigt', before: undefined, after: undefined }])
  })

  it('has the focus before and after, never its neighbour', async () => {
    await showBoard(numbers(3), numbers(3, 'w'))
    card('k0')!.focus()
    const to = middle(card('w1')!)
    await drag('k0', to)
    expect(['k0', undefined]).toContain(focused())
    mouse('mouseup', to)
    await vi.waitFor(() => expect(card('k0')!.closest('[data-column]')).toBe(column('In Arbeit')))
    await vi.waitFor(() => expect(focused()).toBe('k0'))
  })

  it('stays where it was after Esc, and nothing else hears of the key', async () => {
    await showBoard(numbers(3))
    await drag('k0', middle(column('Erledigt')!))
    const escape = new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true })
    document.body.dispatchEvent(escape)
    expect(escape.defaultPrevented).toBe(true)
    mouse('mouseup', middle(column('Erledigt')!))
    await frame()
    expect(drops).toEqual([])
    expect(announcements.getState().log.at(-1)).toBe('k0 bleibt, wo sie war')
    expect(getComputedStyle(card('k0')!).visibility).toBe('visible')
  })

  it('does not report a drop on its own place', async () => {
    await showBoard(numbers(3))
    const from = middle(card('k1')!)
    await drag('k1', { x: from.x + 12, y: from.y + 4 })
    mouse('mouseup', { x: from.x + 12, y: from.y + 4 })
    await frame()
    expect(drops).toEqual([])
  })

  it('scrolls the column while it is held at the edge', async () => {
    await showBoard(numbers(200))
    const list = scroller('k0')
    const low = { x: middle(card('k0')!).x, y: list.getBoundingClientRect().bottom - 6 }
    await drag('k0', low)
    await vi.waitFor(() => expect(list.scrollTop).toBeGreaterThan(500), { timeout: 4000 })
    mouse('mouseup', low)
    await vi.waitFor(() => expect(drops).toHaveLength(1))
    await vi.waitFor(() => expect(columns[0]!.cards.indexOf('k0')).toBeGreaterThan(5))
  })
})

describe('the keyboard', () => {
  it('goes from card to card, also to those not drawn yet', async () => {
    await showBoard(numbers(400), numbers(3, 'w'))
    card('k0')!.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(focused()).toBe('k2')
    await userEvent.keyboard('{End}')
    expect(focused()).toBe('k399')
    const box = card('k399')!.getBoundingClientRect()
    await vi.waitFor(() => expect(card('k399')!.getBoundingClientRect().bottom).toBeLessThanOrEqual(801))
    expect(box.height).toBeGreaterThan(0)
    await userEvent.keyboard('{Home}{ArrowRight}')
    expect(focused()).toBe('w0')
    await userEvent.keyboard('{ArrowLeft}')
    expect(focused()).toBe('k0')
  })

  it('moves the card with Alt and an arrow, and focus goes with it', async () => {
    await showBoard(numbers(3), numbers(3, 'w'))
    card('k1')!.focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await vi.waitFor(() => expect(columns[0]!.cards).toEqual(['k0', 'k2', 'k1']))
    await vi.waitFor(() => expect(focused()).toBe('k1'))
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await vi.waitFor(() => expect(columns[1]!.cards).toEqual(['w0', 'w1', 'k1', 'w2']))
    await vi.waitFor(() => expect(focused()).toBe('k1'))
    expect(card('k1')!.getAttribute('aria-posinset')).toBe('3')
    expect(card('k1')!.getAttribute('aria-setsize')).toBe('4')
  })

  it('has one stop for Tab in each column', async () => {
    await showBoard(numbers(50), numbers(3, 'w'))
    const stops = [...document.querySelectorAll<HTMLElement>('[data-card][tabindex="0"]')]
    expect(stops.map(stop => stop.dataset['card'])).toEqual(['k0', 'w0'])
  })
})

describe('ten thousand cards in one column', () => {
  it('need few elements, at the top, at the end and while dragging', async () => {
    await showBoard(numbers(10_000))
    const elements = () => document.querySelectorAll('*').length
    expect(elements()).toBeLessThan(400)
    card('k0')!.focus()
    await userEvent.keyboard('{End}')
    expect(focused()).toBe('k9999')
    expect(elements()).toBeLessThan(400)
    await userEvent.keyboard('{Home}')
    await vi.waitFor(() => expect(card('k2')).not.toBeNull())
    await drag('k2', middle(column('Erledigt')!))
    expect(elements()).toBeLessThan(450)
    mouse('mouseup', middle(column('Erledigt')!))
    await vi.waitFor(() => expect(columns[2]!.cards).toEqual(['k2']))
  })
})

describe('the board', () => {
  it('has no fault axe can see', async () => {
    await showBoard(numbers(30), numbers(3, 'w'))
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })
})
