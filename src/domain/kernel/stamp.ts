/**
 * A hybrid logical clock in one number: milliseconds since 2024-01-01 UTC times 64, plus a counter.
 * Kulkarni et al., "Logical Physical Clocks" (2014); 64 steps per millisecond, an overflow borrows from the next millisecond.
 */
export type Stamp = number

const epoch = Date.UTC(2024, 0, 1)
const stepsPerMillisecond = 64

/** A clock further ahead than this is not believed (DESIGN 4): its stamps are clamped when read. */
export const believableAhead = 5 * 60_000

/** In: milliseconds since 1970 UTC. Out: the first stamp of that millisecond. */
export const stampAt = (milliseconds: number): Stamp =>
  Math.max(0, Math.floor(milliseconds - epoch)) * stepsPerMillisecond

/** Out: milliseconds since 1970 UTC. */
export const timeOf = (stamp: Stamp): number => epoch + Math.floor(stamp / stepsPerMillisecond)

/** The next stamp of this device: later than everything seen, and not before the wall clock `now` (milliseconds UTC). */
export const nextStamp = (seen: Stamp, now: number): Stamp => Math.max(seen + 1, stampAt(now))

/** Stamps from a clock more than five minutes ahead count as "five minutes ahead", so they cannot win for ever. */
export const believable = (stamp: Stamp, now: number): Stamp => Math.min(stamp, stampAt(now + believableAhead))
