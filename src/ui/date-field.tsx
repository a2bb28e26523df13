import type { Ref } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'

export type DateFieldProps = FieldProps & {
  /** A calendar day `YYYY-MM-DD`, or nothing. */
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** The browser's own date field: known to people, localised, good on phones. */
export function DateField(props: DateFieldProps) {
  const { label, hideLabel, hint, error, required, className, value, onChange, autoFocus, ...rest } = props
  return (
    <Field {...{ label, hint, error, className }} hideLabel={hideLabel ?? false} required={required ?? false}>
      {control => (
        <input
          type="date"
          {...rest}
          {...control}
          data-autofocus={autoFocus || undefined}
          className={`${styles['control']} ${styles['date']}`}
          value={value ?? ''}
          onChange={event => onChange(event.currentTarget.value || undefined)}
        />
      )}
    </Field>
  )
}
