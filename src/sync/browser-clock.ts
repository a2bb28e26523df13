import type { Clock } from './clock-port.ts'
import { browserTimer } from './timer.ts'

/** Time and chance of the browser. */
export const browserClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: browserTimer,
  jitter: () => Math.random(),
}
