import { useSyncExternalStore } from 'react'

const narrow = '(width < 700px)'

const watch = (listener: () => void): (() => void) => {
  const query = matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is only room for one thing beside the other, as on a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => matchMedia(narrow).matches)
