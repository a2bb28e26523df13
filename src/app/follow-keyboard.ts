import { isTyping } from '../parts/is-typing.ts'

/** The field somebody writes into comes back into sight with its button; the browser would do with the line that is written. */
const keepInSight = (): void => {
  const field = document.activeElement
  if (!isTyping(field)) return
  field?.closest('[data-together]')?.scrollIntoView({ block: 'nearest' })
  field?.scrollIntoView({ block: 'nearest' })
}

/**
 * Tells the style sheets how much of the window an on-screen keyboard covers (`--keyboard`), so that no field or button lies below it.
 * Where the browser makes the page smaller instead (`interactive-widget` in index.html), it is nothing.
 */
export const followKeyboard = (): (() => void) => {
  const seen = globalThis.visualViewport
  const stop = new AbortController()
  const { signal } = stop
  const follow = (): void => {
    if (!seen) return
    // Who has zoomed in sees less of the page, too, and that is no keyboard.
    const covered = seen.scale > 1 ? 0 : Math.max(0, innerHeight - seen.height - seen.offsetTop)
    document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`)
  }
  const resized = (): void => {
    follow()
    keepInSight()
  }
  seen?.addEventListener('resize', resized, { signal })
  seen?.addEventListener('scroll', follow, { signal })
  return () => stop.abort()
}
