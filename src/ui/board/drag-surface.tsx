import { DndContext, DragOverlay, MouseSensor, TouchSensor, useSensor, useSensors, type Collision } from '@dnd-kit/core'
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type MouseEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import { createPortal } from 'react-dom'
import styles from './drag-surface.module.css'
import { CardGrip, type Take } from './card-grip.tsx'
import type { CardShape } from './card-shell.tsx'
import { classNames } from '../class-names.ts'
import { tremor } from './drag-loop.ts'
import type { Drop } from './drop.ts'
import type { Direction } from './key-drop.ts'
import { cardOf, onSurfaceKey } from './surface-keys.ts'
import { createSurface, DescriptionContext, SurfaceContext, useSurfaceState, type Surface } from './surface-store.ts'
import { useDragging } from './use-dragging.ts'

export type SpokenPlace = {
  readonly card: string
  readonly to: string
  readonly position: number
  readonly count: number
}

/** What a screen reader hears; the owner says it in the user's language with the card's title, never its id. */
export type DragTexts = {
  /** Says once per card what it is, for example `verschiebbare Karte`. */
  readonly description: string
  /** The same of a marked card, where its body does not say that it is marked. */
  readonly marked?: string
  readonly lifted: (card: string) => string
  /** Said when the card comes over another column or section. */
  readonly over: (place: SpokenPlace) => string
  readonly cancelled: (card: string) => string
}

export type DragSurfaceHandle = {
  /** Focuses a card, also one out of sight or one that is about to appear. */
  readonly focusCard: (id: string) => void
}

export type DragHandlers = {
  /** A card was put elsewhere. While a returned promise is pending the card stays where it was dropped. */
  readonly onDrop: (drop: Drop) => void | Promise<unknown>
  /** Whether a dropped card stands in its new place already. Nothing said: it does when the promise is kept. */
  readonly hasLanded?: ((drop: Drop) => boolean) | undefined
  /** Alt+arrow on a card; `keyDrop` turns it into the same drop. */
  readonly onKeyMove?: ((id: string, direction: Direction) => void) | undefined
  /** Click or Enter on a card. */
  readonly onOpen?: ((id: string, event: MouseEvent | KeyboardEvent) => void) | undefined
  /** Any other key on a focused card. */
  readonly onCardKey?: ((id: string, event: KeyboardEvent<HTMLElement>) => void) | undefined
  /** A finger rested on a card and let go where it was. */
  readonly onHold?: ((id: string) => void) | undefined
}

export type DragSurfaceProps = DragHandlers & {
  readonly texts: DragTexts
  readonly shape: CardShape
  readonly renderCard: (id: string) => ReactNode
  /** Scrolls sideways when the pointer comes near its edge. */
  readonly scrollsSideways?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
  readonly ref?: Ref<DragSurfaceHandle> | undefined
}

// Outside of the component: new options are new sensors, and new sensors draw every card anew.
const byMouse = { activationConstraint: { distance: 6 } }
const byTouch = { activationConstraint: { delay: 230, tolerance: tremor } }

// The same empty list each time: a new one would draw anew whoever listens to dnd-kit, with each step of the pointer.
const collisions: Collision[] = []
const noCollisions = () => collisions

/** Everything between whose lists cards can be dragged. The only place that knows dnd-kit. */
export function DragSurface(props: DragSurfaceProps) {
  const { texts, scrollsSideways = false, className, children, ref } = props
  const [surface] = useState(() => createSurface())
  const root = useRef<HTMLDivElement>(null)
  const take = useRef<Take>(null)
  useImperativeHandle(ref, () => ({ focusCard: surface.focusCard }), [surface])
  useFollowedFocus(surface, root)
  const dragging = useDragging({
    surface,
    root,
    scrollsSideways,
    texts,
    onDrop: props.onDrop,
    onHold: props.onHold,
    hasLanded: props.hasLanded,
  })
  const sensors = useSensors(useSensor(MouseSensor, byMouse), useSensor(TouchSensor, byTouch))
  return (
    <SurfaceContext value={surface}>
      <DescriptionContext value={texts}>
        <DndContext
          {...dragging}
          sensors={sensors}
          autoScroll={false}
          collisionDetection={noCollisions}
          accessibility={silent}
        >
          {/* Clicks and keys are those of the cards inside; the surface only listens at one place for all of them. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
          <div
            ref={root}
            className={classNames(styles['surface'], className)}
            onMouseDown={event => take.current?.(event)}
            onTouchStart={event => take.current?.(event)}
            onClick={event => openOnClick(event, props.onOpen)}
            onKeyDown={event => onSurfaceKey(surface, event, props)}
          >
            {children}
          </div>
          <CardGrip ref={take} />
          <Overlay shape={props.shape} renderCard={props.renderCard} />
        </DndContext>
      </DescriptionContext>
    </SurfaceContext>
  )
}

/** Listens without React, which is deaf while it removes a panel and the browser gives the focus back to the card. */
function useFollowedFocus(surface: Surface, root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = root.current
    const onFocus = (event: FocusEvent) => surface.noteFocus(event.target ? cardOf(event.target)?.id : undefined)
    const onBlur = (event: FocusEvent) => event.relatedTarget && surface.noteFocus(undefined)
    element?.addEventListener('focusin', onFocus)
    element?.addEventListener('focusout', onBlur)
    return () => {
      element?.removeEventListener('focusin', onFocus)
      element?.removeEventListener('focusout', onBlur)
    }
  }, [surface, root])
}

/** dnd-kit would speak English and say ids; the surface announces by itself. */
const silent = {
  restoreFocus: false,
  screenReaderInstructions: { draggable: '' },
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
}

function openOnClick(event: MouseEvent<HTMLElement>, onOpen: DragHandlers['onOpen']) {
  const card = cardOf(event.target)
  if (!card || !onOpen || event.defaultPrevented) return
  if (event.target instanceof Element && event.target.closest('a, button, input, select, textarea, label')) return
  onOpen(card.id, event)
}

type OverlayProps = { readonly shape: CardShape; readonly renderCard: (id: string) => ReactNode }

function Overlay({ shape, renderCard }: OverlayProps) {
  const id = useSurfaceState(state => state.active?.id)
  return createPortal(
    <DragOverlay dropAnimation={null}>
      {id === undefined ? null : (
        <div aria-hidden className={classNames(styles['overlay'], styles[shape])}>
          {renderCard(id)}
        </div>
      )}
    </DragOverlay>,
    document.body,
  )
}
