/** When something is done between two devices; milliseconds. A test has habits of its own, and one that lacks a habit shows what it is for. */
export type Habits = Readonly<{
  /** What is here is told anew after this long, give or take. Whatever got lost on the way is found by it. */
  haveEvery: number
  haveSpread: number
  /** After entries were taken; what comes together is told together. */
  haveSoon: number
  /** Until entries that do not come are asked of somebody else. */
  askPatience: number
  /** Until a colleague is not believed any more who says to have more of this device's own chain, and does not bring it. */
  ownPatience: number
  /** Until content is spoken of although the other side's membership entries do not come. */
  membershipPatience: number
  /** Without a word from the other side. */
  pingAfter: number
  /** Until equal heads are followed by a look at the content. */
  digestAfter: number
  /** Between two looks at one document's content with one device. */
  digestEvery: number
  /** After the journal could not be written. */
  afterFailure: number
  /** After a device brought what cannot be taken; doubled each time, up to ten minutes. */
  afterFruitless: number
}>

export const usualHabits: Habits = {
  haveEvery: 30_000,
  haveSpread: 10_000,
  haveSoon: 250,
  askPatience: 15_000,
  ownPatience: 120_000,
  membershipPatience: 10_000,
  pingAfter: 10_000,
  digestAfter: 3_000,
  digestEvery: 60_000,
  afterFailure: 10_000,
  afterFruitless: 5_000,
}

/** Pings without an answer that end a link. */
export const mostPings = 3
