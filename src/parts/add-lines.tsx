import { useEffect, useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
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
  const latest = useRef('')
  const adding = useRef(false)
  const type = (text: string) => {
    latest.current = text
    setTyped(text)
  }
  const add = async (text: string) => {
    if (text.trim() === '' || adding.current) return
    const before = latest.current
    adding.current = true
    try {
      // What was typed while the line was being added is the next line.
      if (await onAdd(text))
        type(latest.current.startsWith(before) ? latest.current.slice(before.length) : latest.current)
    } finally {
      adding.current = false
    }
  }
  useAddedAtTheEnd(() => void add(latest.current))
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
        onChange={event => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => void add(typed)}
      />
    </div>
  )
}

/** What stands in the line when the place or the page goes away is added too: nobody loses what they typed. */
function useAddedAtTheEnd(add: () => void) {
  const latest = useRef(add)
  useLayoutEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    const keep = () => latest.current()
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [])
}
