import { createStore } from 'zustand/vanilla'

type Announcements = {
  /** Everything said since the page was loaded, oldest first. */
  readonly log: readonly string[]
}

export const announcements = createStore<Announcements>(() => ({ log: [] }))

const longest = 200

/** Says a sentence politely to screen readers. The same sentence twice is said twice. */
export function announce(text: string) {
  announcements.setState(({ log }) => ({ log: [...log, text].slice(-longest) }))
}
