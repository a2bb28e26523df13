import { Field, type FieldProps } from './field.tsx'
import styles from './field.module.css'
import { ChevronDown } from './icons.ts'

export type SelectOption<T extends string> = {
  readonly value: T
  readonly text: string
  readonly disabled?: boolean
}

export type SelectProps<T extends string> = FieldProps & {
  readonly value: T
  readonly options: readonly SelectOption<T>[]
  readonly onChange: (value: T) => void
  readonly disabled?: boolean
}

/** One of a few fixed values, as the native list: it is right on every device. For people and labels use `Picker`. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, hint, error, required, className, value, options, onChange, disabled } = props
  const choose = (text: string) => {
    const option = options.find(option => option.value === text)
    if (option) onChange(option.value)
  }
  return (
    <Field {...{ label, hint, error, className }} hideLabel={hideLabel ?? false} required={required ?? false}>
      {control => (
        <div className={styles['select']}>
          <select
            {...control}
            disabled={disabled}
            className={styles['control']}
            value={value}
            onChange={event => choose(event.currentTarget.value)}
          >
            {options.map(option => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.text}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden size={16} />
        </div>
      )}
    </Field>
  )
}
