import type { Drop } from './drop.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

type Cards = { readonly id: string; readonly cards: readonly string[] }

/**
 * What Alt+arrow means for a card: one place up or down in its zone, or to the same height in the neighbouring zone.
 * Nothing when there is no way further.
 */
export function keyDrop(zones: readonly Cards[], card: string, direction: Direction): Drop | undefined {
  const from = zones.findIndex(zone => zone.cards.includes(card))
  const cards = zones[from]?.cards ?? []
  const index = cards.indexOf(card)
  if (index < 0) return undefined
  if (direction === 'left' || direction === 'right') {
    const zone = zones[from + (direction === 'left' ? -1 : 1)]
    return zone && dropAt(zone, card, index)
  }
  const place = index + (direction === 'up' ? -1 : 1)
  const zone = zones[from]
  return zone && place >= 0 && place < cards.length ? dropAt(zone, card, place) : undefined
}

/** The drop that puts `card` at place `index` of `zone`, counted without the card itself. */
export function dropAt(zone: Cards, card: string, index: number): Drop {
  const others = zone.cards.filter(id => id !== card)
  const place = Math.min(index, others.length)
  return { card, to: zone.id, before: others[place - 1], after: others[place] }
}
