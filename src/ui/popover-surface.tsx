import { Popover as AriaPopover, usePopoverStore } from '@ariakit/react/popover'
import type { ReactNode } from 'react'
import { useLayer } from './layer.ts'
import styles from './popover-surface.module.css'

export type PopoverProps = {
  readonly anchor: HTMLElement
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The id of what is read after the label. */
  readonly describedBy?: string
  /** No for what opens by itself: the focus stays where it is. */
  readonly takesFocus?: boolean
  readonly placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'right-start'
}

const focusable = 'button, a[href], input, [tabindex]'

/** A small surface beside what it belongs to. Render it through `Popover`, so that it is loaded with the first use. */
export default function PopoverSurface(props: PopoverProps) {
  const { anchor, label, onClose, children, describedBy, takesFocus = true, placement = 'bottom-start' } = props
  const layer = useLayer()
  const store = usePopoverStore({ open: true, placement, setOpen: open => open || onClose() })
  return (
    <AriaPopover
      store={store}
      portal
      portalElement={layer ?? document.body}
      modal={false}
      aria-label={label}
      aria-describedby={describedBy}
      autoFocusOnShow={takesFocus}
      autoFocusOnHide={takesFocus}
      className={styles['popover']}
      gutter={4}
      overflowPadding={8}
      fitViewport
      fixed
      finalFocus={anchor.matches(focusable) ? anchor : anchor.querySelector<HTMLElement>(focusable)}
      hideOnEscape={event => {
        event.preventDefault()
        return true
      }}
      hideOnInteractOutside={event => !anchor.contains(event.target as Node)}
      getAnchorRect={() => anchor.getBoundingClientRect()}
    >
      {children}
    </AriaPopover>
  )
}
