import type { DndContextProps, DragStartEvent } from '@dnd-kit/core'
import { useEffect, useRef, type RefObject } from 'react'
import { announce } from '../announcements.ts'
import { followPointer, pointOf, type Follow, type Point } from './drag-loop.ts'
import type { DragTexts } from './drag-surface.tsx'
import { sameSlot, type Drop, type Slot } from './drop.ts'
import { settle } from './settle.ts'
import { cardOf } from './surface-keys.ts'
import type { Surface, Target } from './surface-store.ts'

type Dragging = {
  readonly surface: Surface
  readonly root: RefObject<HTMLDivElement | null>
  readonly scrollsSideways: boolean
  readonly texts: DragTexts
  readonly onDrop: (drop: Drop) => void | Promise<unknown>
  readonly onHold: ((id: string) => void) | undefined
  readonly hasLanded: ((drop: Drop) => boolean) | undefined
}

type Handlers = Required<Pick<DndContextProps, 'onDragStart' | 'onDragEnd' | 'onDragCancel'>>

type Flight = {
  readonly id: string
  readonly isTouch: boolean
  readonly home: Slot
  readonly follow: Follow
  readonly end: () => void
}

/** The life of one drag: lifted, over a zone, dropped or given up. */
export function useDragging({ surface, root, scrollsSideways, texts, onDrop, onHold, hasLanded }: Dragging): Handlers {
  const { store } = surface
  const flight = useRef<Flight>(undefined)
  useEffect(() => () => flight.current?.end(), [])

  const onDragStart = ({ activatorEvent }: DragStartEvent) => {
    const board = root.current
    const card = activatorEvent.target ? cardOf(activatorEvent.target) : undefined
    const pointer = pointOf(activatorEvent)
    const target = card && homeTarget(surface, card.id)
    if (!board || !card || !pointer || !target) return
    const { id, shell } = card
    const box = shell.getBoundingClientRect()
    store.setState({ active: { id, height: box.height, top: shell.offsetTop }, target, soft: false, former: undefined })
    board.toggleAttribute('data-dragging', true)
    const offset = { x: pointer.x - box.left, y: pointer.y - box.top }
    const follow = followPointer(surface, pointer, offset, scrollsSideways ? board : null)
    const hush = sayZones(surface, id, texts)
    window.addEventListener('keydown', swallowEscape, true)
    const end = () => {
      follow.stop()
      hush()
      window.removeEventListener('keydown', swallowEscape, true)
      board.toggleAttribute('data-dragging', false)
      flight.current = undefined
    }
    flight.current = { id, isTouch: !(activatorEvent instanceof MouseEvent), home: target.slot, follow, end }
    announce(texts.lifted(id))
  }

  const land = (id: string, corner: Point) => {
    store.setState({ active: undefined, target: undefined })
    requestAnimationFrame(() => root.current && settle(root.current, id, corner))
  }

  const onDragEnd = () => {
    const flown = flight.current
    if (!flown) return
    const { id, isTouch } = flown
    flown.end()
    const corner = flown.follow.corner()
    const slot = store.getState().target?.slot
    if (!slot || sameSlot(slot, flown.home)) {
      land(id, corner)
      return onHold && isTouch && flown.follow.isStill() ? onHold(id) : announce(texts.cancelled(id))
    }
    const drop = { card: id, to: slot.to, before: slot.before, after: slot.after }
    const done = onDrop(drop)
    // Who is there already is drawn there in the same commit that ends the drag.
    if (done && !hasLanded?.(drop)) void done.finally(() => land(id, corner))
    else land(id, corner)
  }

  const onDragCancel = () => {
    const { active } = store.getState()
    flight.current?.end()
    store.setState({ active: undefined, target: undefined })
    if (active) announce(texts.cancelled(active.id))
  }
  return { onDragStart, onDragEnd, onDragCancel }
}

function homeTarget({ panes }: Surface, card: string): Target | undefined {
  for (const [pane, { home }] of panes) {
    const slot = home(card)
    if (slot) return { pane, slot }
  }
  return undefined
}

function sayZones({ store }: Surface, card: string, texts: DragTexts): () => void {
  return store.subscribe(({ target }, before) => {
    if (!target || !before.target || target.slot.to === before.target.slot.to) return
    const { to, position, count } = target.slot
    announce(texts.over({ card, to, position, count }))
  })
}

/** Esc gives up the drag and nothing else: the panel beside the board stays open. */
function swallowEscape(event: KeyboardEvent) {
  if (event.key === 'Escape') event.preventDefault()
}
