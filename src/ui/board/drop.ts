import type { Layout, Line } from './layout.ts'

/** Where a card was put: the zone, and the cards that will stand directly above and below it there. */
export type Drop = {
  readonly card: string
  /** Column or section. */
  readonly to: string
  /** The card above, nothing at the top. */
  readonly before: string | undefined
  /** The card below, nothing at the end. */
  readonly after: string | undefined
}

/** A place between cards, counted without the dragged card. */
export type Slot = {
  readonly to: string
  /** The line it stands above. */
  readonly flat: number
  readonly before: string | undefined
  readonly after: string | undefined
  /** Place the card would have, from 1, and the number of cards there would be. */
  readonly position: number
  readonly count: number
}

/** Index of the start that lies nearest to `top`; `start(i)` ascends over `count` lines. */
export function nearestStart(count: number, start: (index: number) => number, top: number): number {
  let low = 0
  let high = Math.max(0, count - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    if (start(middle) < top) low = middle + 1
    else high = middle
  }
  return low > 0 && top - start(low - 1) <= start(low) - top ? low - 1 : low
}

/** The slot above line `flat` of a layout without the dragged card, or above the next line a card may stand at. */
export function slotAt({ line: lineAt, zones }: Layout, flat: number): Slot | undefined {
  let place = flat
  while (isBetween(lineAt(place))) place++
  const line = lineAt(place)
  const others = line && zones.find(zone => zone.id === line.to)?.cards
  if (!others) return undefined
  // What is dropped on a folded zone goes to its end: nobody sees its cards.
  const index = line.kind === 'card' ? line.index : others.length
  return {
    to: line.to,
    flat: place,
    before: others[index - 1],
    after: others[index],
    position: index + 1,
    count: others.length + 1,
  }
}

/** A card is never put above a head or a mark, but below it. */
function isBetween(line: Line | undefined): boolean {
  return line?.kind === 'head' || line?.kind === 'mark'
}

/** The slot in which a card stands in a layout that still holds it. */
export function homeOf({ line: lineAt, placeOf, zones }: Layout, card: string): Slot | undefined {
  const flat = placeOf(card)
  const line = flat === undefined ? undefined : lineAt(flat)
  if (flat === undefined || line?.kind !== 'card') return undefined
  const cards = zones.find(zone => zone.id === line.to)?.cards ?? []
  const { index, to } = line
  return { to, flat, before: cards[index - 1], after: cards[index + 1], position: index + 1, count: cards.length }
}

/** Whether a card stands between the same neighbours in both slots. */
export function sameSlot(one: Slot, other: Slot): boolean {
  return one.to === other.to && one.before === other.before && one.after === other.after
}
