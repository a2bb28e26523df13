/** A part of a pane that takes cards: a column of the board, a section of a list. */
export type Zone = {
  readonly id: string
  /** Accessible name of its list. */
  readonly label: string
  readonly cards: readonly string[]
  /** Draws a head line in the list. Columns have their head outside of it. */
  readonly head?: boolean
  /** Cards are counted, but not drawn. */
  readonly folded?: boolean
  /** Draws a line after this many cards, for example the one up to which the next sprint fits. */
  readonly markAfter?: number | undefined
}

/** One line of a pane: a card, or something that stands between cards. Each zone ends with an `end` line. */
export type Line =
  | { readonly kind: 'card'; readonly key: string; readonly to: string; readonly index: number }
  | { readonly kind: LineKind; readonly key: string; readonly to: string }

export type LineKind = 'head' | 'mark' | 'end'

export type Layout = {
  readonly lines: readonly Line[]
  /** Line of each drawn card. */
  readonly places: ReadonlyMap<string, number>
  /** The zones, without the card in the air. */
  readonly zones: readonly Zone[]
}

/** The lines of a pane from top to bottom; `without` leaves out the card that is in the air. */
export function layOut(all: readonly Zone[], without?: string): Layout {
  const zones = without === undefined ? all : all.map(zone => leaveOut(zone, without))
  const lines: Line[] = []
  const places = new Map<string, number>()
  for (const { id: to, cards, head, folded, markAfter } of zones) {
    if (head) lines.push({ kind: 'head', key: `head ${to}`, to })
    if (!folded) {
      for (const [index, key] of cards.entries()) {
        if (index === markAfter) lines.push({ kind: 'mark', key: `mark ${to}`, to })
        places.set(key, lines.length)
        lines.push({ kind: 'card', key, to, index })
      }
    }
    lines.push({ kind: 'end', key: `end ${to}`, to })
  }
  return { lines, places, zones }
}

function leaveOut(zone: Zone, card: string): Zone {
  return zone.cards.includes(card) ? { ...zone, cards: zone.cards.filter(id => id !== card) } : zone
}
