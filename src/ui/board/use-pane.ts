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
      cards: () => latest.current.layout.cards(),
      home: card => homeOf(latest.current.layout, card),
      slotAt: top => {
        const { layout, virtualizer } = latest.current
        const start = (index: number) => virtualizer.measurementsCache[index]?.start ?? 0
        return slotAt(layout, nearestStart(layout.count, start, top - upperEdge(list)))
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

function cardAround({ line, count }: Layout, index: number): string | undefined {
  for (let place = index; place >= 0; place--) if (line(place)?.kind === 'card') return line(place)?.key
  for (let place = index; place < count; place++) if (line(place)?.kind === 'card') return line(place)?.key
  return undefined
}
