import { useSyncExternalStore } from 'react'
import { dayOf } from '../i18n/format.ts'

const listeners = new Set<() => void>()
let today = dayOf(Date.now())
let timer: ReturnType<typeof setInterval> | undefined

/** A board on the wall is not reloaded overnight: everything that says "heute" has to hear of midnight. */
const look = (): void => {
  const day = dayOf(Date.now())
  if (day === today) return
  today = day
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(look, 60_000)
  look()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Today as `YYYY-MM-DD` in Europe/Berlin; rendered again when the day changes. */
export const useToday = (): string => useSyncExternalStore(subscribe, () => today)
