import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { classNames } from '../class-names.ts'
import type { CardShape } from './card-shell.tsx'
import { layOut, type Layout, type LineKind, type Zone } from './layout.ts'
import { lineHeight } from './line-height.ts'
import { useSurface, useSurfaceState } from './surface-store.ts'
import { usePane } from './use-pane.ts'
import styles from './virtual-list.module.css'
import { ZoneList } from './zone-list.tsx'

export type ListLook = {
  readonly shape: CardShape
  /** Space between cards in px. */
  readonly gap: number
  /** Height of a card not yet measured, in px. */
  readonly estimate: number
  readonly renderCard: (id: string) => ReactNode
  readonly renderLine?: ((kind: LineKind, zone: string) => ReactNode) | undefined
  /** The card that is open. */
  readonly current?: string | undefined
  readonly marked?: ReadonlySet<string> | undefined
  /** Cards cannot be lifted here. */
  readonly fixed?: boolean
}

export type VirtualListProps = ListLook & {
  readonly pane: string
  readonly zones: readonly Zone[]
  /** What counts as pointing at this list; the scroller itself when nothing is said. */
  readonly area?: RefObject<HTMLElement | null>
  readonly className?: string | undefined
}

/** Part of the window a list fills on most screens; estimated cards are lower than most real ones, so a little less. */
const sightBeforeMeasured = 0.625
const estimates: Record<LineKind, number> = { head: 40, mark: 24, end: 8 }

/** Draws only the cards in sight, and those the keys or the finger hold on to. Its own scroller. */
export function VirtualList(props: VirtualListProps) {
  const { pane, zones, area, className, gap, estimate } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { heights } = useSurface()
  const whole = useMemo(() => layOut(zones), [zones])
  const target = useSurfaceState(state => (state.target?.pane === pane ? state.target : undefined))
  // A list the card neither comes from nor is over hears nothing of the drag.
  const active = useSurfaceState(({ active: card, target: aim }) =>
    card && (aim?.pane === pane || whole.placeOf(card.id) !== undefined) ? card : undefined,
  )
  const soft = useSurfaceState(
    state => state.soft && state.active !== undefined && (state.target?.pane === pane || state.former === pane),
  )
  // A list that does not hold the card in the air keeps its layout while the card flies.
  const without = active && whole.placeOf(active.id) !== undefined ? active.id : undefined
  const layout = useMemo(() => (without === undefined ? whole : layOut(zones, without)), [whole, zones, without])
  const pinned = useSurfaceState(state => (state.focused === undefined ? undefined : layout.placeOf(state.focused)))
  // Its functions are read anew in every render here; nothing memoised receives them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    // Until the list is measured, which is in its first commit: cards drawn before it are drawn in slices, those after it in one task.
    initialRect: { width: 0, height: window.innerHeight * sightBeforeMeasured },
    // Stable as long as the layout is: new ones make the virtualiser measure every line anew.
    estimateSize: useCallback(
      (index: number) => estimateLine(layout, index, heights, estimate),
      [layout, heights, estimate],
    ),
    measureElement: useCallback(
      (element: Element, entry: ResizeObserverEntry | undefined, lines: CardVirtualizer) =>
        lineHeight(heights, element, entry, lines),
      [heights],
    ),
    getItemKey: useCallback((index: number) => layout.line(index)?.key ?? index, [layout]),
    rangeExtractor: useCallback((range: Range) => withPinned(range, pinned), [pinned]),
    overscan: 4,
    gap,
  })
  usePane({ pane, scroller, area, layout, virtualizer })
  useWishes(layout, virtualizer)
  const room = active && target ? active.height + gap : 0
  const drawn = virtualizer.getVirtualItems()
  return (
    <div ref={scroller} className={classNames(styles['scroller'], className)}>
      <div className={styles['lines']} style={{ height: virtualizer.getTotalSize() + room }}>
        {zones.map(zone => (
          <ZoneList
            key={zone.id}
            {...props}
            zone={zone}
            layout={layout}
            {...{ drawn, active, target, soft }}
            measure={virtualizer.measureElement}
          />
        ))}
        {active && target && (
          <div
            aria-hidden
            className={classNames(styles['gap'], styles[props.shape])}
            style={{ top: topOf(virtualizer, target.slot.flat), height: active.height }}
          />
        )}
      </div>
    </div>
  )
}

type CardVirtualizer = Virtualizer<HTMLDivElement, Element>

export function topOf(virtualizer: CardVirtualizer, line: number): number {
  return virtualizer.measurementsCache[line]?.start ?? 0
}

function estimateLine({ line }: Layout, index: number, heights: ReadonlyMap<unknown, number>, card: number): number {
  const { kind, key } = line(index) ?? { kind: 'end' as const, key: '' }
  return kind === 'card' ? (heights.get(key) ?? card) : estimates[kind]
}

function withPinned(range: Range, pinned: number | undefined): number[] {
  const drawn = defaultRangeExtractor(range)
  if (pinned === undefined || pinned >= range.count || drawn.includes(pinned)) return drawn
  return [...drawn, pinned].sort((one, other) => one - other)
}

/** Focuses the card somebody asked for. It is drawn by now, because the focused card is always drawn. */
function useWishes(layout: Layout, virtualizer: CardVirtualizer) {
  const surface = useSurface()
  const wish = useSurfaceState(state =>
    state.wish && layout.placeOf(state.wish.id) !== undefined ? state.wish : undefined,
  )
  useLayoutEffect(() => {
    const line = wish && layout.placeOf(wish.id)
    if (!wish || line === undefined) return
    virtualizer.scrollToIndex(line, { align: 'auto' })
    const card = virtualizer.scrollElement?.querySelector<HTMLElement>(`[data-card="${CSS.escape(wish.id)}"]`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (card) surface.store.setState({ wish: undefined })
  }, [wish, layout, virtualizer, surface])
  // Each new layout may have drawn the focused card anew.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useLayoutEffect(() => surface.keepFocus(), [layout, surface])
}
