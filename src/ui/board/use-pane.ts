import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { homeOf, nearestStart, slotAt } from './drop.ts'
import type { Layout } from './layout.ts'
import { useSurface } from './surface-store.ts'

type PaneParts = {
  readonly pane: string
  readonly scroller: RefObject<HTMLElement | null>
  readonly area: RefObject<HTMLElement | null> | undefined
  readonly layout: Layout
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
}

/** Makes a list known to the surface: what it holds and where its slots are. */
export function usePane(parts: PaneParts) {
  const { panes } = useSurface()
  const latest = useRef(parts)
  useLayoutEffect(() => {
    latest.current = parts
  })
  const { pane, area, scroller } = parts
  useEffect(() => {
    const list = scroller.current
    const element = area?.current ?? list
    if (!list || !element) return
    panes.set(pane, {
      element,
      scroller: list,
      cards: () => [...latest.current.layout.places.keys()],
      home: card => homeOf(latest.current.layout, card),
      slotAt: top => {
        const { layout, virtualizer } = latest.current
        const start = (index: number) => virtualizer.measurementsCache[index]?.start ?? 0
        return slotAt(layout, nearestStart(layout.lines.length, start, top - upperEdge(list)))
      },
      cardNear: y => {
        const { layout, virtualizer } = latest.current
        const item = virtualizer.getVirtualItemForOffset(y - upperEdge(list))
        return item && cardAround(layout, item.index)
      },
    })
    return () => {
      panes.delete(pane)
    }
  }, [panes, pane, area, scroller])
}

/** Client y of the first line, wherever the list is scrolled to. */
function upperEdge(list: HTMLElement): number {
  return list.getBoundingClientRect().top - list.scrollTop
}

function cardAround({ lines }: Layout, index: number): string | undefined {
  const isCard = (line: Layout['lines'][number]) => line.kind === 'card'
  return (lines.slice(0, index + 1).findLast(isCard) ?? lines.slice(index).find(isCard))?.key
}
