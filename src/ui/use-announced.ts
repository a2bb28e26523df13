import { useEffect } from 'react'
import { announce } from './announcements.ts'

/** So long a sentence has to stay the same: while somebody types, only where it ends is said. */
const calm = 600

/**
 * Says what a piece of screen shows when it appears and when it changes; nothing while it is empty. A status element
 * that comes together with its words stays silent in most screen readers.
 */
export function useAnnounced(text: string) {
  useEffect(() => {
    if (text === '') return
    const timer = setTimeout(() => announce(text), calm)
    return () => clearTimeout(timer)
  }, [text])
}
