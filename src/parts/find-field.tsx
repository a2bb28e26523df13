import { useEffect, useRef } from 'react'
import { Search } from '../ui/icons.ts'
import { useDeviceSetting } from './device-settings.ts'
import styles from './find-field.module.css'
import { isTyping } from './is-typing.ts'

type FindFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Looks for titles and keys in the place where it stands; `/` goes there, Esc empties it. */
export function FindField({ label, value, onChange }: FindFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [shortcuts] = useDeviceSetting('shortcuts')
  useEffect(() => {
    if (!shortcuts) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [shortcuts])
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
