/** Time and chance, handed in so that a simulator can hold them. */
export type Clock = Readonly<{
  /** Milliseconds UTC. Set by people, and set back by them. */
  now(): number
  /** Milliseconds since some moment, never set: all waiting is measured by it. */
  steady(): number
  /** Runs once, so many milliseconds later. Out: what calls it off. */
  after(milliseconds: number, work: () => void): () => void
  /** Random number in [0, 1). */
  jitter(): number
}>
