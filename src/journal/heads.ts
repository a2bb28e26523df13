import { compareBytes, equalBytes, toHex, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import type { EntryRef } from './header.ts'

/** The newest entry of each device in one document, by the device's id in hexadecimal. */
export type Heads = ReadonlyMap<string, EntryRef>

/**
 * The dependencies of the next entry: heads of other devices that moved since `before`, ordered as a header wants them, in lots of at
 * most 64. One lot is the rule; each further lot needs an entry of its own (an empty update) before it, or causes would be lost.
 */
export const newlySeen = (before: Heads, now: Heads, own: Bytes): readonly (readonly EntryRef[])[] => {
  const moved = [...now]
    .filter(([device, head]) => head.seq > (before.get(device)?.seq ?? 0) && !equalBytes(head.device, own))
    .map(([, head]) => head)
    .sort((a, b) => compareBytes(a.device, b.device))
  const lots = Math.ceil(moved.length / caps.deps)
  return Array.from({ length: lots }, (_, lot) => moved.slice(lot * caps.deps, (lot + 1) * caps.deps))
}

/** The dependencies that are not here yet: the entry is held until each of them is. A fork's other branch counts as not here. */
export const missingDeps = (
  deps: readonly EntryRef[],
  hashAt: (device: Bytes, seq: number) => Bytes | undefined,
): readonly EntryRef[] =>
  deps.filter(({ device, seq, hash }) => {
    const known = hashAt(device, seq)
    return !known || !equalBytes(known, hash)
  })

/** Heads with one more entry in them. */
export const withHead = (heads: Heads, head: EntryRef): Heads => new Map(heads).set(toHex(head.device), head)
