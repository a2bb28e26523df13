import { useId, type ReactNode } from 'react'
import styles from './choice.module.css'
import { FieldError } from './field.tsx'

export type RadioOption<T extends string> = {
  readonly value: T
  readonly text: string
  /** The language of the text when it is another than that of the page. */
  readonly lang?: string
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export type RadioGroupProps<T extends string> = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: T | undefined
  readonly options: readonly RadioOption<T>[]
  readonly onChange: (value: T) => void
  readonly error?: string | undefined
}

export function RadioGroup<T extends string>({
  label,
  hideLabel,
  value,
  options,
  onChange,
  error,
}: RadioGroupProps<T>) {
  const id = useId()
  return (
    <fieldset className={styles['group']} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={hideLabel ? 'visually-hidden' : styles['legend']}>{label}</legend>
      {options.map(option => (
        <div key={option.value} className={styles['choice']}>
          <input
            id={`${id}-${option.value}`}
            type="radio"
            name={id}
            className={styles['box']}
            checked={option.value === value}
            disabled={option.disabled}
            aria-describedby={option.hint ? `${id}-${option.value}-hint` : undefined}
            onChange={() => onChange(option.value)}
          />
          <label htmlFor={`${id}-${option.value}`} lang={option.lang} className={styles['label']}>
            {option.text}
          </label>
          {option.hint && (
            <div id={`${id}-${option.value}-hint`} className={styles['hint']}>
              {option.hint}
            </div>
          )}
        </div>
      ))}
      {error && <FieldError id={`${id}-error`} text={error} />}
    </fieldset>
  )
}
