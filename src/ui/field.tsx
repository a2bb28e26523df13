import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './field.module.css'
import { CircleAlert } from './icons.ts'

export type FieldProps = {
  readonly label: string
  /** Keeps the label for screen readers only, where the place says what the field is. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  /** What is wrong and what to do. Its presence marks the field as invalid. */
  readonly error?: string | undefined
  readonly required?: boolean
  readonly className?: string | undefined
}

export type ControlAttributes = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

type Props = FieldProps & { readonly children: (control: ControlAttributes) => ReactNode }

/** Ties label, hint and error to one control; the control spreads the attributes it is given. */
export function Field({ label, hideLabel = false, hint, error, required, className, children }: Props) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={classNames(styles['field'], className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles['label']}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
    </div>
  )
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <div id={id} className={styles['error']}>
      <CircleAlert aria-hidden size={14} />
      <span>{text}</span>
    </div>
  )
}
