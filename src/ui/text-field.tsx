import type { InputHTMLAttributes, Ref } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'

type Passed =
  'placeholder' | 'autoComplete' | 'maxLength' | 'disabled' | 'name' | 'spellCheck' | 'onBlur' | 'onKeyDown' | 'onPaste'

export type TextFieldProps = FieldProps &
  Pick<InputHTMLAttributes<HTMLInputElement>, Passed> & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly type?: 'text' | 'search' | 'email' | 'url' | 'password'
    readonly autoFocus?: boolean
    readonly ref?: Ref<HTMLInputElement>
  }

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, required, className, onChange, autoFocus, ...rest } = props
  return (
    <Field {...{ label, hint, error, className }} hideLabel={hideLabel ?? false} required={required ?? false}>
      {control => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...control}
          data-autofocus={autoFocus || undefined}
          className={styles['control']}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
