import { measureElement, type Virtualizer } from '@tanstack/react-virtual'

type Lines = Virtualizer<HTMLDivElement, Element>

/**
 * Measures a drawn line without making the browser lay out in the middle of a commit where that can wait: a card another list has shown
 * keeps its height, a line below the window is measured by the observer in the same frame. `heights` are those seen so far, by key.
 */
export function lineHeight(
  heights: Map<unknown, number>,
  element: Element,
  entry: ResizeObserverEntry | undefined,
  lines: Lines,
): number {
  const index = lines.indexFromElement(element)
  const key = lines.options.getItemKey(index)
  if (!entry) {
    const known = heights.get(key)
    if (known !== undefined) return known
    if (isBelowWindow(lines, index)) return lines.options.estimateSize(index)
  }
  const height = measureElement(element, entry, lines)
  heights.set(key, height)
  return height
}

/** Before the list itself is measured its window is a guess without width, and nothing counts as below it. */
function isBelowWindow({ scrollRect, scrollOffset, measurementsCache }: Lines, index: number): boolean {
  const start = measurementsCache[index]?.start
  if (!scrollRect || scrollRect.width === 0 || start === undefined) return false
  return start > (scrollOffset ?? 0) + scrollRect.height
}
