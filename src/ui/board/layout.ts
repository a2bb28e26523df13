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

/** The lines of a pane from top to bottom. They are told one by one: of ten thousand only those in sight are asked for. */
export type Layout = {
  readonly count: number
  readonly line: (place: number) => Line | undefined
  /** The line of a drawn card. */
  readonly placeOf: (card: string) => number | undefined
  /** The cards that are drawn when they come into sight. */
  readonly cards: () => readonly string[]
  /** The zones, without the card in the air. */
  readonly zones: readonly Zone[]
  /** Where the card in the air stood. */
  readonly lifted: { readonly zone: string; readonly index: number } | undefined
}

type Span = {
  readonly zone: Zone
  /** First line of the zone, and first line of its cards. */
  readonly from: number
  readonly firstCard: number
  /** How many cards stand above the mark; with none, more than there are. */
  readonly aboveMark: number
  readonly end: number
}

/** Lays zones out below each other; `without` leaves out the card that is in the air. */
export function layOut(all: readonly Zone[], without?: string): Layout {
  const lifted = without === undefined ? undefined : findCard(all, without)
  const zones = lifted ? all.map(zone => (zone.id === lifted.zone ? leaveOut(zone, lifted.index) : zone)) : all
  const spans = spansOf(zones)
  const known = new Map<string, number | undefined>()
  let cards: readonly string[] | undefined
  return {
    count: (spans.at(-1)?.end ?? -1) + 1,
    line: place => lineAt(spans, place),
    placeOf: card => {
      if (!known.has(card)) known.set(card, placeIn(spans, card))
      return known.get(card)
    },
    cards: () => (cards ??= drawnCards(zones)),
    zones,
    lifted,
  }
}

function findCard(zones: readonly Zone[], card: string): Layout['lifted'] {
  for (const { id, cards } of zones) {
    const index = cards.indexOf(card)
    if (index >= 0) return { zone: id, index }
  }
  return undefined
}

function leaveOut(zone: Zone, index: number): Zone {
  return { ...zone, cards: zone.cards.toSpliced(index, 1) }
}

function drawnCards(zones: readonly Zone[]): readonly string[] {
  const drawn = zones.filter(zone => !zone.folded)
  const [only] = drawn
  return drawn.length === 1 && only ? only.cards : drawn.flatMap(zone => zone.cards)
}

function spansOf(zones: readonly Zone[]): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const zone of zones) {
    const { length } = zone.folded ? [] : zone.cards
    const firstCard = from + (zone.head ? 1 : 0)
    const isMarked = zone.markAfter !== undefined && zone.markAfter >= 0 && zone.markAfter < length
    const end = firstCard + length + (isMarked ? 1 : 0)
    spans.push({ zone, from, firstCard, aboveMark: isMarked ? (zone.markAfter ?? 0) : Infinity, end })
    from = end + 1
  }
  return spans
}

function lineAt(spans: readonly Span[], place: number): Line | undefined {
  const span = place < 0 ? undefined : spans.find(({ end }) => place <= end)
  if (!span) return undefined
  const { zone, firstCard, aboveMark, end } = span
  const to = zone.id
  if (place < firstCard) return { kind: 'head', key: `head ${to}`, to }
  if (place === end) return { kind: 'end', key: `end ${to}`, to }
  const at = place - firstCard
  if (at === aboveMark) return { kind: 'mark', key: `mark ${to}`, to }
  const index = at > aboveMark ? at - 1 : at
  const key = zone.cards[index]
  return key === undefined ? undefined : { kind: 'card', key, to, index }
}

function placeIn(spans: readonly Span[], card: string): number | undefined {
  for (const { zone, firstCard, aboveMark } of spans) {
    const index = zone.folded ? -1 : zone.cards.indexOf(card)
    if (index >= 0) return firstCard + index + (index >= aboveMark ? 1 : 0)
  }
  return undefined
}
