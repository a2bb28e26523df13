import { longestRank, rankBetween, ranksBetween, type Rank } from './rank.ts'

/**
 * Where in a list something goes. A neighbour that is gone is ignored; `after` counts before `before`; with no neighbour left it
 * goes to the end.
 */
export type Spot =
  'top' | 'bottom' | { readonly after?: string | null | undefined; readonly before?: string | null | undefined }

/** In: a list without what is placed, and the spot. Out: the index it gets there. */
export const indexAt = (list: readonly string[], spot: Spot): number => {
  if (spot === 'top') return 0
  if (spot === 'bottom') return list.length
  const after = spot.after == null ? -1 : list.indexOf(spot.after)
  if (after >= 0) return after + 1
  const before = spot.before == null ? -1 : list.indexOf(spot.before)
  return before >= 0 ? before : list.length
}

export type Placing = {
  /** The ranks of what is placed, in order. */
  readonly ranks: readonly Rank[]
  /** Fresh ranks for the others by id, when the gap was too narrow: equal neighbours, or ranks grown beyond 64 characters. */
  readonly others: ReadonlyMap<string, Rank>
}

const nobody: ReadonlyMap<string, Rank> = new Map()

/**
 * Finds ranks for `count` newcomers at an index of a list. In: the ids of the others in their order and their ranks, the index,
 * chance. Out: ranks that keep the order exactly; the others get fresh ones only when there is no room.
 */
export const placeAt = (
  others: readonly string[],
  rankOf: (id: string) => Rank,
  { index, count }: { readonly index: number; readonly count: number },
  jitter: () => number,
): Placing => {
  const [before, after] = [others[index - 1], others[index]]
  const [low, high] = [before === undefined ? before : rankOf(before), after === undefined ? after : rankOf(after)]
  if (low === undefined || high === undefined || low < high) {
    const ranks = count === 1 ? [rankBetween(low, high, jitter)] : ranksBetween(low, high, count, jitter)
    if (ranks.every(rank => rank.length <= longestRank)) return { ranks, others: nobody }
  }
  const fresh = ranksBetween(undefined, undefined, others.length + count, jitter)
  const rest = [...fresh.slice(0, index), ...fresh.slice(index + count)]
  return {
    ranks: fresh.slice(index, index + count),
    others: new Map(others.map((id, at) => [id, rest[at] as Rank])),
  }
}
