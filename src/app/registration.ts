import type { Registration } from '../pwa/register.ts'

let current: Registration | undefined
const listeners = new Set<() => void>()

/** The service worker's registration, which comes after the first paint. */
export const registration = {
  get: (): Registration | undefined => current,
  set: (next: Registration): void => {
    current = next
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
