import type { Change } from './change.ts'
import { indexAt, placeAt, type Spot } from './placing.ts'
import type { Rank } from './rank.ts'

type Ranked = { readonly id: string; readonly rank: Rank }
/** How one record is given another rank; nothing when it has it already. */
type Rerank<Record extends Ranked> = (record: Record, rank: Rank) => readonly Change[]

/**
 * Places newcomers among records that carry a rank cell of their own (columns, checklists, checks). In: the others in order, where,
 * chance. Out: the newcomers' ranks, and changes for others when there was no room.
 */
export const placeAmong = <Record extends Ranked>(
  others: readonly Record[],
  { spot, count }: { readonly spot: Spot; readonly count: number },
  jitter: () => number,
  rerank: Rerank<Record>,
): { readonly ranks: readonly Rank[]; readonly changes: readonly Change[] } => {
  const ranksById = new Map(others.map(({ id, rank }) => [id, rank]))
  const ids = others.map(({ id }) => id)
  const at = { index: indexAt(ids, spot), count }
  const placing = placeAt(ids, id => ranksById.get(id) as Rank, at, jitter)
  const changes = others.flatMap(record => rerank(record, placing.others.get(record.id) ?? record.rank))
  return { ranks: placing.ranks, changes }
}

/** The changes that bring one record of an ordered list to another spot of it; nothing when it stands there. */
export const reorder = <Record extends Ranked>(
  list: readonly Record[],
  moved: Record,
  spot: Spot,
  jitter: () => number,
  rerank: Rerank<Record>,
): readonly Change[] => {
  const others = list.filter(({ id }) => id !== moved.id)
  const index = indexAt(
    others.map(({ id }) => id),
    spot,
  )
  if (list[index]?.id === moved.id) return []
  const { ranks, changes } = placeAmong(others, { spot, count: 1 }, jitter, rerank)
  return [...ranks.flatMap(rank => rerank(moved, rank)), ...changes]
}
