import { useId, useMemo, type ReactNode } from 'react'
import type { LineKind, Zone } from './layout.ts'
import { VirtualList } from './virtual-list.tsx'

export type ListSection = {
  readonly id: string
  /** Accessible name of the section and of its list. */
  readonly label: string
  readonly rows: readonly string[]
  /** Its rows are hidden; what is dropped on it goes to its end. */
  readonly collapsed?: boolean
  /** Draws `renderMark` after this many rows. */
  readonly markAfter?: number | undefined
  /** No head line; for a list of one section. */
  readonly headless?: boolean
}

export type SortableListProps = {
  /** Keep `rows` of unchanged sections the same array. Several lists on one surface take each other's rows. */
  readonly sections: readonly ListSection[]
  readonly renderRow: (id: string) => ReactNode
  readonly renderHead?: (section: string) => ReactNode
  readonly renderMark?: (section: string) => ReactNode
  /** Stands at the end of a section: quick add, or the sentence of an empty one. */
  readonly renderEnd?: (section: string) => ReactNode
  /** The open row. */
  readonly current?: string | undefined
  readonly marked?: ReadonlySet<string> | undefined
  /** Height of a row not yet measured, in px. */
  readonly estimate?: number
  readonly fixed?: boolean
  readonly className?: string | undefined
}

/** Rows in sections that can be put in order and moved between sections. Must stand in a `DragSurface`. */
export function SortableList(props: SortableListProps) {
  const {
    sections,
    renderRow,
    renderHead,
    renderMark,
    renderEnd,
    current,
    marked,
    estimate = 36,
    fixed = false,
  } = props
  const pane = useId()
  const zones = useMemo<readonly Zone[]>(
    () =>
      sections.map(({ id, label, rows, collapsed = false, markAfter, headless = false }) => ({
        id,
        label,
        cards: rows,
        folded: collapsed,
        head: !headless,
        markAfter: renderMark ? markAfter : undefined,
      })),
    [sections, renderMark],
  )
  const renderLine = (kind: LineKind, section: string) => {
    if (kind === 'head') return renderHead?.(section)
    return kind === 'mark' ? renderMark?.(section) : renderEnd?.(section)
  }
  return (
    <VirtualList
      {...{ pane, zones, renderLine, current, marked, estimate, fixed }}
      shape="row"
      gap={0}
      renderCard={renderRow}
      className={props.className}
    />
  )
}
