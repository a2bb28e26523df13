import type { Clock } from './clock-port.ts'
import { mostPings, type Habits } from './habits.ts'
import type { Timers } from './timers.ts'

type PulseParts = Readonly<{
  clock: Clock
  habits: Habits
  timers: Timers
  /** It is time to tell again what is here. */
  onTell: () => void
  onPing: (number: number) => void
  onSilence: () => void
}>

/** What a link does by itself: tell again now and then, ask a silent other side whether it is still there, give it up. */
export class Pulse {
  private readonly parts: PulseParts
  private lastHeard: number
  private pings = 0

  constructor(parts: PulseParts) {
    this.parts = parts
    this.lastHeard = parts.clock.steady()
  }

  begin(): void {
    this.rememberToTell()
    this.rememberToPing()
  }

  /** The other side has said something. */
  heard(): void {
    this.lastHeard = this.parts.clock.steady()
    this.pings = 0
  }

  private rememberToTell(): void {
    const { clock, habits, timers, onTell } = this.parts
    timers.later('tell', habits.haveEvery + (clock.jitter() * 2 - 1) * habits.haveSpread, () => {
      onTell()
      this.rememberToTell()
    })
  }

  private rememberToPing(): void {
    const { clock, habits, timers, onPing, onSilence } = this.parts
    timers.later('ping', habits.pingAfter, () => {
      const isQuiet = clock.steady() - this.lastHeard >= habits.pingAfter
      if (isQuiet && this.pings >= mostPings) return onSilence()
      if (isQuiet) onPing(++this.pings)
      this.rememberToPing()
    })
  }
}
