import { useEffect, useRef } from 'react'
import { Search } from '../ui/icons.ts'
import styles from './find-field.module.css'
import { isTyping } from './is-typing.ts'
import { isKeyOf } from './shortcuts.ts'

type FindFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Looks for titles and keys in the place where it stands; `F` goes there, Esc empties it. */
export function FindField({ label, value, onChange }: FindFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('dialog:modal') || !isKeyOf(event, 'find')) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <label className={styles['find']}>
      <Search aria-hidden size={16} strokeWidth={1.75} />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Escape' && value !== '' && onChange('')}
      />
    </label>
  )
}
