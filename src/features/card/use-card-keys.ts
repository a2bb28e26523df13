import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import { isTyping } from '../../parts/is-typing.ts'
import type { PropertyName } from '../../parts/item-properties/item-properties.tsx'
import { isKeyOf } from '../../parts/shortcuts.ts'
import type { Neighbours } from './card-head.tsx'
import { reportHere } from './card-impediments.tsx'

type CardKeys = {
  readonly neighbours: Neighbours
  readonly open: (key: string) => void
  readonly openProperty: (name: PropertyName) => void
  readonly move: () => void
}

const properties: readonly PropertyName[] = [
  'sprint',
  'people',
  'estimate',
  'due',
  'priority',
  'labels',
  'parent',
  'kind',
]

/** A card of the board or a list that has the focus is what its keys are meant for. */
const isOnAnotherCard = (): boolean => document.activeElement?.closest('[data-card]') !== null

/**
 * Keys of an open card: `J` and `K` leaf through the list from anywhere; a property's key opens it unless a card of the board has the focus.
 * Out: the element that holds the card; it keeps the focus when another card takes its place.
 */
export const useCardKeys = ({ neighbours, open, openProperty, move }: CardKeys): RefObject<HTMLDivElement | null> => {
  const surface = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (document.activeElement === document.body) surface.current?.focus({ preventScroll: true })
  }, [])
  const actOn = useEffectEvent((event: KeyboardEvent): boolean => {
    const is = (name: string) => isKeyOf(event, `card.${name}`)
    const next = is('next') ? neighbours.next : is('previous') ? neighbours.previous : undefined
    const property = properties.find(is)
    if (next !== undefined) open(next)
    else if (isOnAnotherCard()) return false
    else if (is('move')) move()
    else if (is('report')) reportHere()
    else if (property !== undefined) openProperty(property)
    else return false
    return true
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return
      const modal = document.querySelector('dialog:modal')
      if (modal && !modal.contains(surface.current)) return
      if (event.target instanceof Element && event.target.closest('[role=menu], [role=listbox]')) return
      if (actOn(event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return surface
}
