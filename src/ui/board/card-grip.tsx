import { useDraggable } from '@dnd-kit/core'
import { useImperativeHandle, type Ref, type SyntheticEvent } from 'react'
import { cardOf } from './surface-keys.ts'

/** Takes hold of the card under a pressed pointer. */
export type Take = (press: SyntheticEvent<HTMLElement>) => void

/** What has its own use of the pointer does not lift the card. */
const ownPointer = 'button, input, textarea, select, summary, [contenteditable=true], [data-no-drag], [data-fixed]'

/**
 * One grip for all cards of a surface. Whoever uses dnd-kit is drawn anew when a card is lifted and again when it is dropped: with a
 * grip of its own each of fifty cards was, twice within one frame.
 */
export function CardGrip({ ref }: { readonly ref: Ref<Take> }) {
  const { setNodeRef, listeners } = useDraggable({ id: 'card' })
  useImperativeHandle(
    ref,
    () => press => {
      const { target, nativeEvent, type } = press
      const card = cardOf(target)
      if (!card || (target instanceof Element && target.closest(ownPointer))) return
      listeners?.[type === 'mousedown' ? 'onMouseDown' : 'onTouchStart']?.(press)
      // A second finger is not taken: the card already held stays the measured one.
      if ('dndKit' in nativeEvent) setNodeRef(card.shell)
    },
    [listeners, setNodeRef],
  )
  return null
}
