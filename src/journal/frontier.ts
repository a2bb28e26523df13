import { compareBytes, hashNow, joinBytes, noHash, type Bytes } from './bytes.ts'

/** What the frontier needs to know of an entry: how many entries lie on its longest way from the founding, and what it goes on from. */
export type GraphPlace = Readonly<{ depth: number; parents: readonly string[] }>

/** Walks back from the parents of these entries, no further than the shallowest of them lies. */
const reachedFrom = (entries: ReadonlyMap<string, GraphPlace>, hashes: readonly string[]): ReadonlySet<string> => {
  const places = hashes.map(hash => entries.get(hash)).filter(place => place !== undefined)
  const shallowest = Math.min(...places.map(({ depth }) => depth))
  const reached = new Set<string>()
  const queue = places.flatMap(({ parents }) => parents)
  for (const hash of queue) {
    const place = entries.get(hash)
    if (!place || place.depth < shallowest || reached.has(hash)) continue
    reached.add(hash)
    queue.push(...place.parents)
  }
  return reached
}

/** Which of these entries lie in no other's past. In and out: hashes in hexadecimal. */
export const tipsAmong = (entries: ReadonlyMap<string, GraphPlace>, hashes: readonly string[]): readonly string[] => {
  if (hashes.length < 2) return hashes
  const reached = reachedFrom(entries, hashes)
  return hashes.filter(hash => !reached.has(hash))
}

/**
 * The one value that names a frontier: zeros where there is none, the hash of a single tip, and the SHA-256 over the hashes of several in
 * ascending order. In: hashes in any order.
 */
export const frontierOf = (tips: readonly Bytes[]): Bytes => {
  const [first, ...others] = tips.toSorted(compareBytes)
  if (!first) return noHash()
  return others.length === 0 ? first : hashNow(joinBytes(first, ...others))
}
