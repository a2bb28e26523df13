/** Calls back after so many milliseconds, unless what it answers is called before. Time comes in from outside: tests have a clock of their own. */
export type Timer = (milliseconds: number, wake: () => void) => () => void

/** The time of the browser. */
export const browserTimer: Timer = (milliseconds, wake) => {
  const timer = setTimeout(wake, milliseconds)
  return () => clearTimeout(timer)
}
