import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './choice.module.css'

export type CheckboxProps = {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hint?: ReactNode
  /** Some, but not all, of what it stands for. */
  readonly mixed?: boolean
  readonly disabled?: boolean
  /** Keeps the label for screen readers only. */
  readonly hideLabel?: boolean
  readonly className?: string | undefined
}

export function Checkbox({
  label,
  checked,
  onChange,
  hint,
  mixed = false,
  disabled,
  hideLabel,
  className,
}: CheckboxProps) {
  const id = useId()
  return (
    <div className={classNames(styles['choice'], className)}>
      <input
        ref={element => {
          if (element) element.indeterminate = mixed
        }}
        id={id}
        type="checkbox"
        className={styles['box']}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
    </div>
  )
}
