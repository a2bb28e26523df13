import type { DocumentName } from '../../domain/kernel/record.ts'
import type { DeviceId, Place } from '../../workspace/journal-port.ts'
import type { SegmentRefusal } from './segment-form.ts'

/** Entries of one device without a gap, both ends counted. */
export type Cover = readonly [device: DeviceId, from: number, to: number]

/**
 * What came of a segment. `settled`: everything in it is in the journal, or refused for good. `waiting`: something in it waits for what may
 * still come. `locked`: this device has no key for it, or may not read it. `broken`: it is not whole, and may still become so. `foreign`:
 * it is nothing of ours.
 */
export type Picked = Readonly<{
  state: 'settled' | 'waiting' | 'locked' | 'broken' | 'foreign'
  because?: SegmentRefusal['because']
  /** Who has laid it down. */
  device?: DeviceId
  document?: DocumentName
  /** What of it is in the journal here. */
  covers: readonly Cover[]
}>

/** Runs as few as they can be. */
export const joinCovers = (covers: readonly Cover[]): readonly Cover[] => {
  const joined: [DeviceId, number, number][] = []
  const inOrder = covers.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]))
  for (const [device, from, to] of inOrder) {
    const last = joined.at(-1)
    if (last && last[0] === device && from <= last[2] + 1) last[2] = Math.max(last[2], to)
    else joined.push([device, from, to])
  }
  return joined
}

/** Places as runs without gaps. */
export const coversOf = (places: readonly Place[]): readonly Cover[] =>
  joinCovers(places.map(({ device, seq }): Cover => [device, seq, seq]))

/** How far a device's entries are there without a gap, from the first. */
export const reachOf = (device: DeviceId, covers: readonly Cover[]): number => {
  const first = joinCovers(covers).find(([of]) => of === device)
  return first && first[1] === 1 ? first[2] : 0
}

/** Whether everything these cover is covered by those. */
export const isWithin = (some: readonly Cover[], others: readonly Cover[]): boolean => {
  const joined = joinCovers(others)
  return some.every(([device, from, to]) =>
    joined.some(([of, start, end]) => of === device && start <= from && to <= end),
  )
}
