import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Plus } from '../ui/icons.ts'
import styles from './add-lines.module.css'

export type AddLinesProps = {
  /** What is added, for example `Kriterium hinzufügen`: name and placeholder of the field. */
  readonly label: string
  /** One or many lines. Answers whether they were taken; what was refused stays in the field. */
  readonly onAdd: (text: string) => boolean | Promise<boolean>
  readonly maxLength?: number
}

/** A quiet line at the end of a list: Enter adds and stays, a paste of many lines adds them all, leaving adds what was typed. */
export function AddLines({ label, onAdd, maxLength }: AddLinesProps) {
  const [typed, setTyped] = useState('')
  const adding = useRef(false)
  const add = async (text: string) => {
    if (text.trim() === '' || adding.current) return
    adding.current = true
    const isTaken = await onAdd(text)
    adding.current = false
    if (isTaken) setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      void add(typed)
    } else if (event.key === 'Escape' && typed !== '') {
      // The first Esc keeps what was typed and leaves the line; only the next closes the panel.
      event.preventDefault()
      void add(typed)
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/\S\s*[\r\n]+\s*\S/.test(text)) return
    event.preventDefault()
    void add(`${typed}${text}`)
  }
  return (
    <div className={styles['add']}>
      <Plus aria-hidden size={16} strokeWidth={1.75} />
      <input
        type="text"
        autoComplete="off"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={maxLength}
        enterKeyHint="enter"
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => void add(typed)}
      />
    </div>
  )
}
