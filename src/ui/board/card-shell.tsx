import { memo, type ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './card-shell.module.css'

export type CardShape = 'card' | 'row'

export type CardShellProps = {
  readonly id: string
  readonly shape: CardShape
  /** Upper edge in the list in px. Never a transform: it would hide the true place from hit tests. */
  readonly top: number
  /** How far it makes way for the gap, in px. */
  readonly shift: number
  readonly soft: boolean
  /** In the air: still mounted, because the finger's events belong to this element, but not seen. */
  readonly lifted: boolean
  readonly line: number
  readonly position: number
  readonly count: number
  readonly tabbable: boolean
  readonly current: boolean
  readonly marked: boolean
  readonly fixed: boolean
  readonly description: string
  readonly measure: (element: Element | null) => void
  readonly render: (id: string) => ReactNode
}

/** Place and focus of one card. The body is drawn apart, so that a drag never draws a card anew. */
export const CardShell = memo(function CardShell(props: CardShellProps) {
  const { id, shape, top, shift, soft, lifted, line, position, count, tabbable, measure, render } = props
  return (
    <div
      ref={measure}
      role="listitem"
      data-card={id}
      data-index={line}
      data-fixed={props.fixed || undefined}
      data-marked={props.marked || undefined}
      data-lifted={lifted || undefined}
      aria-current={props.current || undefined}
      aria-roledescription={props.description}
      aria-setsize={count}
      aria-posinset={position}
      // A card is the thing the keys act on; the list takes one stop of Tab.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={tabbable ? 0 : -1}
      className={classNames(styles['shell'], styles[shape], soft && styles['soft'])}
      style={{ top, translate: shift === 0 ? undefined : `0 ${shift}px` }}
    >
      <CardBody id={id} render={render} />
    </div>
  )
})

const CardBody = memo(function CardBody({ id, render }: Pick<CardShellProps, 'id' | 'render'>) {
  return render(id)
})
