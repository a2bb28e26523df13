import type { AnchorHTMLAttributes } from 'react'
import styles from './button.module.css'
import type { ButtonVariant } from './button.tsx'
import { classNames } from './class-names.ts'
import type { IconType } from './icons.ts'

export type LinkButtonProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'children' | 'href'> & {
  readonly href: string
  readonly children: string
  readonly variant?: ButtonVariant
  readonly size?: 'small' | 'normal'
  readonly icon?: IconType | undefined
}

/** A link that looks like a button: it leads to a place, so it can be opened in a new tab. */
export function LinkButton({ children, variant = 'quiet', size = 'normal', icon: Icon, ...rest }: LinkButtonProps) {
  const classes = classNames(styles['button'], styles[variant], size === 'small' && styles['small'], rest.className)
  return (
    <a {...rest} className={classes}>
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
      <span className={styles['text']}>{children}</span>
    </a>
  )
}
