import type { KeyboardEvent } from 'react'
import type { Direction } from './key-drop.ts'
import type { Surface } from './surface-store.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The card an event happened on, and whether its shell itself was meant and not a control inside. */
export function cardOf(target: EventTarget): { readonly id: string; readonly shell: HTMLElement } | undefined {
  const shell = target instanceof Element ? target.closest<HTMLElement>('[data-card]') : null
  const id = shell?.dataset['card']
  return shell && id !== undefined ? { id, shell } : undefined
}

type KeyHandlers = {
  readonly onOpen?: ((id: string, event: KeyboardEvent) => void) | undefined
  readonly onKeyMove?: ((id: string, direction: Direction) => void) | undefined
  readonly onCardKey?: ((id: string, event: KeyboardEvent<HTMLElement>) => void) | undefined
}

/** Arrows go from card to card, Alt+arrows move the card, Enter opens it; all else is told to the owner. */
export function onSurfaceKey(surface: Surface, event: KeyboardEvent<HTMLElement>, handlers: KeyHandlers) {
  const card = cardOf(event.target)
  if (!card || event.target !== card.shell || event.nativeEvent.isComposing) return
  const { id, shell } = card
  const direction = directions[event.key]
  if (direction && event.altKey && handlers.onKeyMove) {
    event.preventDefault()
    handlers.onKeyMove(id, direction)
  } else if (direction || event.key === 'Home' || event.key === 'End') {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = direction ? neighbour(surface, id, shell, direction) : outermost(surface, id, event.key === 'Home')
    if (next !== undefined) surface.focusCard(next)
    if (event.shiftKey) handlers.onCardKey?.(id, event)
  } else if (event.key === 'Enter' && handlers.onOpen) {
    event.preventDefault()
    handlers.onOpen(id, event)
  } else handlers.onCardKey?.(id, event)
}

function neighbour({ panes }: Surface, id: string, shell: HTMLElement, direction: Direction): string | undefined {
  if (direction === 'up' || direction === 'down') {
    const cards = cardsAround(panes, id)
    return cards[cards.indexOf(id) + (direction === 'up' ? -1 : 1)]
  }
  const box = shell.getBoundingClientRect()
  const sides = [...panes.values()].map(pane => ({ pane, left: pane.element.getBoundingClientRect().left }))
  const beside = sides
    .filter(
      ({ pane, left }) =>
        pane.cards().length > 0 && (direction === 'left' ? left < box.left - 24 : left > box.left + 24),
    )
    .sort((one, other) => (direction === 'left' ? other.left - one.left : one.left - other.left))[0]
  return beside?.pane.cardNear(box.top + box.height / 2)
}

function outermost({ panes }: Surface, id: string, first: boolean): string | undefined {
  const cards = cardsAround(panes, id)
  return first ? cards[0] : cards.at(-1)
}

function cardsAround(panes: Surface['panes'], id: string): readonly string[] {
  for (const { cards } of panes.values()) {
    const own = cards()
    if (own.includes(id)) return own
  }
  return []
}
