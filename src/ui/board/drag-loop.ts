import { sameSlot } from './drop.ts'
import { scrollAtEdge } from './edge-scroll.ts'
import type { Pane, Surface } from './surface-store.ts'

export type Point = { readonly x: number; readonly y: number }

export type Follow = {
  /** Where the upper left corner of the card in the air is (client px). */
  readonly corner: () => Point
  /** Whether it has not moved more than a resting finger does. */
  readonly isStill: () => boolean
  readonly stop: () => void
}

/** How far a finger that rests wanders, in px; the same as before it lifts a card. */
export const tremor = 8

/**
 * Follows the pointer while a card is in the air: once per frame it scrolls at the edges and names the slot under the
 * card. Own geometry instead of dnd-kit's: it measures only the panes, so a drag over 10,000 cards renders two lists.
 * `offset` is the distance from the card's corner to the point it was taken at; `board` scrolls sideways.
 */
export function followPointer(surface: Surface, start: Point, offset: Point, board: HTMLElement | null): Follow {
  let pointer = start
  let isStill = true
  let last = performance.now()
  let frame = requestAnimationFrame(step)
  const move = (event: MouseEvent | TouchEvent) => {
    pointer = pointOf(event) ?? pointer
    isStill &&= Math.hypot(pointer.x - start.x, pointer.y - start.y) <= tremor
  }
  const stop = new AbortController()
  window.addEventListener('mousemove', move, { capture: true, passive: true, signal: stop.signal })
  window.addEventListener('touchmove', move, { capture: true, passive: true, signal: stop.signal })

  function step(now: number) {
    const elapsed = Math.min(64, Math.max(0, now - last))
    last = now
    aim(surface, pointer, offset)
    const pane = surface.store.getState().target?.pane
    const scroller = pane === undefined ? null : surface.panes.get(pane)?.scroller
    if (scroller) scrollAtEdge(scroller, 'y', pointer.y, elapsed)
    if (board) scrollAtEdge(board, 'x', pointer.x, elapsed)
    frame = requestAnimationFrame(step)
  }
  return {
    isStill: () => isStill,
    corner: () => ({ x: pointer.x - offset.x, y: pointer.y - offset.y }),
    stop: () => {
      cancelAnimationFrame(frame)
      // The last movement may have come after the last frame; the drop goes where the eye sees the card.
      aim(surface, pointer, offset)
      stop.abort()
    },
  }
}

export function pointOf(event: Event): Point | undefined {
  if (event instanceof MouseEvent) return { x: event.clientX, y: event.clientY }
  const touch = 'touches' in event ? (event as TouchEvent).touches[0] : undefined
  return touch && { x: touch.clientX, y: touch.clientY }
}

function aim(surface: Surface, pointer: Point, offset: Point) {
  const found = paneAt(surface.panes, pointer)
  const slot = found?.[1].slotAt(pointer.y - offset.y)
  if (!found || !slot) return
  const pane = found[0]
  const { target, former } = surface.store.getState()
  if (target?.pane === pane && target.slot.flat === slot.flat && sameSlot(target.slot, slot)) return
  surface.store.setState({
    target: { pane, slot },
    soft: true,
    former: target?.pane === pane ? former : target?.pane,
  })
}

function distance(value: number, start: number, end: number): number {
  return Math.max(start - value, value - end, 0)
}

/** The pane under the pointer, else the nearest one: a card let go beside a column still has a place. */
function paneAt(panes: ReadonlyMap<string, Pane>, { x, y }: Point): readonly [string, Pane] | undefined {
  let best: readonly [string, Pane] | undefined
  let least = Infinity
  for (const entry of panes) {
    const box = entry[1].element.getBoundingClientRect()
    const far = distance(x, box.left, box.right) + distance(y, box.top, box.bottom) / 4
    if (far >= least) continue
    best = entry
    least = far
  }
  return best
}
