import { useState, type Ref } from 'react'
import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'

export type NumberFieldProps = FieldProps & {
  readonly value: number | undefined
  /** Called with every readable number, and with `undefined` for an empty field. */
  readonly onChange: (value: number | undefined) => void
  readonly min?: number
  readonly max?: number
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A number typed as people write it here: decimal comma or point. The browser's own number field refuses one of them. */
export function NumberField(props: NumberFieldProps) {
  const { label, hideLabel, hint, error, required, className, value, onChange, min, max, autoFocus, ...rest } = props
  const [typed, setTyped] = useState<string>()
  const shown = typed !== undefined && readNumber(typed) === value ? typed : printNumber(value)
  const change = (text: string) => {
    setTyped(text)
    const number = readNumber(text)
    if (text.trim() === '') onChange(undefined)
    else if (number !== undefined && number >= (min ?? -Infinity) && number <= (max ?? Infinity)) onChange(number)
  }
  return (
    <Field {...{ label, hint, error, className }} hideLabel={hideLabel ?? false} required={required ?? false}>
      {control => (
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...rest}
          {...control}
          data-autofocus={autoFocus || undefined}
          className={`${styles['control']} ${styles['number']}`}
          value={shown}
          onChange={event => change(event.currentTarget.value)}
          onBlur={() => setTyped(undefined)}
        />
      )}
    </Field>
  )
}

/** The number in `text`, with decimal comma or point; `undefined` when there is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^-?\d+(\.\d*)?$/.test(plain) ? Number(plain) : undefined
}

function printNumber(value: number | undefined): string {
  return value === undefined ? '' : String(value).replace('.', ',')
}
