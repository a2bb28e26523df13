import type { Ref, TextareaHTMLAttributes } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'

type Passed =
  | 'placeholder'
  | 'autoComplete'
  | 'maxLength'
  | 'disabled'
  | 'name'
  | 'rows'
  | 'spellCheck'
  | 'onBlur'
  | 'onKeyDown'
  | 'onPaste'

export type TextAreaProps = FieldProps &
  Pick<TextareaHTMLAttributes<HTMLTextAreaElement>, Passed> & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly autoFocus?: boolean
    readonly ref?: Ref<HTMLTextAreaElement>
  }

/** Several lines; grows with its text. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, required, className, onChange, autoFocus, ...rest } = props
  return (
    <Field {...{ label, hint, error, className }} hideLabel={hideLabel ?? false} required={required ?? false}>
      {control => (
        <textarea
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
