import type { VirtualItem } from '@tanstack/react-virtual'
import { useContext, type ReactNode } from 'react'
import { CardShell } from './card-shell.tsx'
import type { Layout, Line, Zone } from './layout.ts'
import { DescriptionContext, useSurfaceState, type SurfaceState, type Target } from './surface-store.ts'
import type { VirtualListProps } from './virtual-list.tsx'
import styles from './virtual-list.module.css'

type ZoneListProps = VirtualListProps & {
  readonly zone: Zone
  readonly layout: Layout
  readonly drawn: readonly VirtualItem[]
  readonly measure: (element: Element | null) => void
  /** The card in the air, when it comes from this pane or is over it, and its slot here. */
  readonly active: SurfaceState['active']
  readonly target: Target | undefined
  readonly soft: boolean
}

/** The drawn lines of one zone. Its boxes have no place of their own: every line is set from the top of the pane. */
export function ZoneList(props: ZoneListProps) {
  const { zone, layout, drawn, measure, gap, renderLine, active, target, soft } = props
  const shiftOf = (line: number) => (active && target && line >= target.slot.flat ? active.height + gap : 0)
  const rows = drawn.flatMap(item => {
    const line = layout.line(item.index)
    return line?.to === zone.id ? [{ line, place: item.index, top: item.start, shift: shiftOf(item.index), soft }] : []
  })
  const lifted = active && layout.lifted?.zone === zone.id ? active.id : undefined
  if (rows.length === 0 && lifted === undefined) return null
  return (
    <section aria-label={zone.head ? zone.label : undefined}>
      <Between rows={rows} kinds={['head']} measure={measure} render={renderLine} />
      {zone.cards.length > 0 && <CardRows {...props} rows={rows} lifted={lifted} />}
      <Between rows={rows} kinds={['mark', 'end']} measure={measure} render={renderLine} />
    </section>
  )
}

type Row = {
  readonly line: Line
  readonly place: number
  readonly top: number
  readonly shift: number
  readonly soft: boolean
}

type CardRowsProps = ZoneListProps & { readonly rows: readonly Row[]; readonly lifted: string | undefined }

function CardRows(props: CardRowsProps) {
  const { zone, layout, rows, lifted, active, shape, measure, renderCard, current, marked, fixed = false } = props
  const texts = useContext(DescriptionContext)
  const focused = useSurfaceState(state => state.focused)
  const drawn = rows.filter(row => row.line.kind === 'card')
  const stop = focused !== undefined && layout.placeOf(focused) !== undefined ? focused : drawn[0]?.line.key
  const shared = { shape, measure, fixed, render: renderCard, count: zone.cards.length }
  const shell = (id: string, rest: Pick<Row, 'top' | 'shift' | 'soft' | 'place'>, position: number, up: boolean) => (
    <CardShell
      key={id}
      {...shared}
      id={id}
      top={rest.top}
      shift={rest.shift}
      soft={rest.soft}
      line={rest.place}
      position={position}
      lifted={up}
      tabbable={id === stop}
      current={id === current}
      marked={marked?.has(id) ?? false}
      description={(marked?.has(id) ? texts.marked : undefined) ?? texts.description}
    />
  )
  const shells = drawn.map(row => shell(row.line.key, row, row.line.kind === 'card' ? row.line.index + 1 : 1, false))
  if (lifted !== undefined) {
    // Same list, same order: the element under the finger must be neither made anew nor moved, or its events are lost.
    const home = layout.lifted?.index ?? 0
    const place = drawn.findIndex(({ line }) => line.kind === 'card' && line.index >= home)
    shells.splice(
      place < 0 ? shells.length : place,
      0,
      shell(lifted, { top: active?.top ?? 0, shift: 0, soft: false, place: -1 }, home + 1, true),
    )
  }
  return (
    <div role="list" aria-label={zone.label}>
      {shells}
    </div>
  )
}

type BetweenProps = {
  readonly rows: readonly Row[]
  readonly kinds: readonly Line['kind'][]
  readonly measure: (element: Element | null) => void
  readonly render: ((kind: 'head' | 'mark' | 'end', zone: string) => ReactNode) | undefined
}

function Between({ rows, kinds, measure, render }: BetweenProps) {
  return rows.map(({ line, place, top, shift, soft }) =>
    line.kind === 'card' || !kinds.includes(line.kind) ? null : (
      <div
        key={line.key}
        ref={measure}
        data-index={place}
        className={soft ? `${styles['line']} ${styles['soft']}` : styles['line']}
        style={{ top, translate: shift === 0 ? undefined : `0 ${shift}px` }}
      >
        {render?.(line.kind, line.to)}
      </div>
    ),
  )
}
