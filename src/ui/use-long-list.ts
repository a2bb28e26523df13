import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'

/** So many rows are all in the page, for the browser's own search; of more only those in sight. */
const allInPage = 300

/** The rows of a long list that are drawn, and the room of those above and below. */
export const useLongList = (count: number, estimate: number) => {
  const frame = useRef<HTMLDivElement>(null)
  const isWhole = count <= allInPage
  // Its functions are read anew in every render here; nothing memoised receives them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    enabled: !isWhole,
    getScrollElement: () => frame.current,
    // Stable: a new one makes the virtualiser measure every row anew.
    estimateSize: useCallback(() => estimate, [estimate]),
    overscan: 12,
  })
  const lines = virtualizer.getVirtualItems()
  const [first, last] = [lines[0], lines.at(-1)]
  useKeptFocus(frame)
  if (isWhole) return { frame, from: 0, to: count, above: 0, below: 0, measure: undefined }
  return {
    frame,
    from: first?.index ?? 0,
    to: (last?.index ?? -1) + 1,
    above: first?.start ?? 0,
    below: virtualizer.getTotalSize() - (last?.end ?? 0),
    measure: virtualizer.measureElement,
  }
}

/** A row that goes out of sight, or elsewhere, takes no focus along: the frame has it then. */
const useKeptFocus = (frame: { readonly current: HTMLDivElement | null }): void => {
  const held = useRef(false)
  useEffect(() => {
    const note = () => {
      held.current = frame.current?.contains(document.activeElement) ?? false
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [frame])
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) frame.current?.focus({ preventScroll: true })
  })
}
