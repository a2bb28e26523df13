import type { ButtonHTMLAttributes, Ref } from 'react'
import { classNames } from './class-names.ts'
import styles from './icon-button.module.css'
import type { IconType } from './icons.ts'
import { nameTooltip } from './tooltip.ts'

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'> & {
  readonly icon: IconType
  /** Accessible name, also shown as tooltip. */
  readonly label: string
  /** Shortcut shown in the tooltip, for example `M`. */
  readonly shortcut?: string | undefined
  readonly size?: 'small' | 'normal'
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon: Icon, label, shortcut, size = 'normal', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...nameTooltip(label, shortcut)}
      aria-label={label}
      className={classNames(styles['button'], size === 'small' && styles['small'], className)}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
    </button>
  )
}
