import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import type { IconType } from './icons.ts'
import { tooltip } from './tooltip.ts'

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger'

/** Without `disabled`: the browser would take the focus away from a button that rests for a moment. `aria-disabled` does not. */
export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'disabled'> & {
  /** One short text; a button never wraps. */
  readonly children: string
  readonly variant?: ButtonVariant
  readonly size?: 'small' | 'normal'
  readonly icon?: IconType | undefined
  readonly iconAtEnd?: IconType | undefined
  /** Why the action is refused now. The button stays focusable so that the reason can be read. */
  readonly refusal?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** The one button of Lotse. `primary` is filled and stands once per screen; everything else is quiet. */
export function Button(props: ButtonProps) {
  const { children, variant = 'quiet', size = 'normal', icon: Icon, iconAtEnd: End, refusal, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      {...tooltip(refusal)}
      aria-disabled={refusal === undefined ? rest['aria-disabled'] : true}
      onClick={refusal === undefined ? rest.onClick : event => event.preventDefault()}
      className={classNames(styles['button'], styles[variant], size === 'small' && styles['small'], rest.className)}
    >
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
      <span className={styles['text']}>{children}</span>
      {End && <End aria-hidden size={16} strokeWidth={1.75} />}
    </button>
  )
}
