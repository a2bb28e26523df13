import type { Change } from '../domain/kernel/change.ts'

/** Well below an entry's caps of 64 KiB and 2,000 structs, so that what Yjs adds around the values still fits. */
const partBytes = 40 * 1024
const partCells = 900

const weight = (change: Change): number => 24 + change.cell.length + JSON.stringify(change.after).length * 1.5

/** Cuts the changes of a large command into parts that each become one Yjs update within the caps of an entry. Order is kept. */
export const planParts = (changes: readonly Change[]): readonly (readonly Change[])[] => {
  const parts: Change[][] = []
  let [bytes, cells] = [Infinity, Infinity]
  for (const change of changes) {
    const heavy = weight(change)
    if (bytes + heavy > partBytes || cells >= partCells) {
      parts.push([])
      bytes = 0
      cells = 0
    }
    parts.at(-1)?.push(change)
    bytes += heavy
    cells++
  }
  return parts
}
