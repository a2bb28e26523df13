import { useState } from 'react'
import { Button, type ButtonVariant } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { ChevronDown, Ellipsis, type IconType } from './icons.ts'
import { LazyMenu, preloadMenu } from './lazy-menu.tsx'
import type { MenuEntry } from './menu.ts'

export type MenuButtonProps = {
  /** Accessible name of the menu; of the button, too, when it shows only an icon. */
  readonly label: string
  /** Asked for when the menu opens; a list that costs nothing may be given directly. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[])
  /** Visible text. Without it the button shows only its icon. */
  readonly text?: string | undefined
  readonly icon?: IconType | undefined
  readonly variant?: ButtonVariant
  readonly size?: 'small' | 'normal'
  readonly placement?: 'bottom-start' | 'bottom-end' | 'top-start'
  readonly className?: string | undefined
}

export function MenuButton(props: MenuButtonProps) {
  const { label, entries, text, icon, variant = 'quiet', size = 'normal', placement, className } = props
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  const shared = {
    ref: setButton,
    size,
    className,
    'aria-haspopup': 'menu' as const,
    'aria-expanded': open,
    onPointerEnter: preloadMenu,
    onClick: () => setOpen(before => !before),
  }
  return (
    <>
      {text === undefined ? (
        <IconButton {...shared} icon={icon ?? Ellipsis} label={label} />
      ) : (
        <Button {...shared} variant={variant} icon={icon} iconAtEnd={ChevronDown}>
          {text}
        </Button>
      )}
      {open && button && (
        <LazyMenu
          anchor={button}
          label={label}
          entries={typeof entries === 'function' ? entries() : entries}
          placement={placement ?? 'bottom-start'}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
