import type { Timer } from '../../src/sync/timer.ts'

/** Time that passes when a scene says so. */
export type VirtualClock = Readonly<{ now(): number; timer: Timer; pass(milliseconds: number): void }>

type Alarm = { readonly at: number; readonly wake: () => void }

export const virtualClock = (start = Date.UTC(2026, 10, 16, 8)): VirtualClock => {
  let now = start
  const alarms = new Set<Alarm>()

  /** The earliest of those that are due; of several at one moment the one set first. */
  const due = (until: number): Alarm | undefined =>
    [...alarms]
      .filter(({ at }) => at <= until)
      .reduce<Alarm | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)

  return {
    now: () => now,
    timer: (milliseconds, wake) => {
      const alarm = { at: now + milliseconds, wake }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
    pass: milliseconds => {
      const until = now + milliseconds
      for (let alarm = due(until); alarm; alarm = due(until)) {
        now = alarm.at
        alarms.delete(alarm)
        alarm.wake()
      }
      now = until
    },
  }
}
