import type { Clock } from '../../../src/sync/clock-port.ts'

type Event = { readonly at: number; readonly order: number; work: (() => void) | undefined }

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/**
 * Time that goes on only when it is told to. What is due at the same moment happens in the order in which it was asked for, so a seed
 * gives the same run each time.
 */
export class VirtualTime {
  now: number
  /** Work that real threads are doing, Web Crypto for one: time stands still until it is done. */
  underway = 0
  private readonly events: Event[] = []
  private count = 0

  constructor(start = Date.UTC(2026, 10, 16, 8)) {
    this.now = start
  }

  after(milliseconds: number, work: () => void): () => void {
    const event: Event = { at: this.now + Math.max(0, milliseconds), order: this.count++, work }
    this.push(event)
    return () => (event.work = undefined)
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise(resolve => this.after(milliseconds, resolve))
  }

  /** A clock that goes as this time does, and shows something else. */
  clock(jitter: () => number, skew: () => number = () => 0): Clock {
    return {
      now: () => this.now + skew(),
      steady: () => this.now,
      after: (milliseconds, work) => this.after(milliseconds, work),
      jitter,
    }
  }

  /** Lets so much time pass. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds
    await this.settle()
    for (let event = this.events[0]; event && event.at <= end; event = this.events[0]) {
      this.pop()
      if (!event.work) continue
      this.now = Math.max(this.now, event.at)
      event.work()
      await this.settle()
    }
    this.now = end
  }

  /** Lets everything happen that waits for no time. */
  async settle(): Promise<void> {
    do await nextTurn()
    while (this.underway > 0)
  }

  /** Counts work of a real thread. */
  async watch<Value>(work: Promise<Value>): Promise<Value> {
    this.underway++
    try {
      return await work
    } finally {
      this.underway--
    }
  }

  private push(event: Event): void {
    const { events } = this
    let at = events.push(event) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!isBefore(event, events[above])) break
      events[at] = events[above] ?? event
      at = above
    }
    events[at] = event
  }

  private pop(): void {
    const { events } = this
    const last = events.pop()
    if (!last || events.length === 0) return
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const least = right < events.length && isBefore(events[right], events[left]) ? right : left
      const child = events[least]
      if (!child || !isBefore(child, last)) break
      events[at] = child
      at = least
    }
    events[at] = last
  }
}

const isBefore = (one: Event | undefined, other: Event | undefined): boolean =>
  one !== undefined && other !== undefined && (one.at < other.at || (one.at === other.at && one.order < other.order))
