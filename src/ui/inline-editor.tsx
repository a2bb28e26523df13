import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from './class-names.ts'
import type { InlineEditProps } from './inline-edit.tsx'
import styles from './inline-edit.module.css'

type InlineEditorProps = InlineEditProps & {
  /** `byKey` asks for focus to go back to the text. */
  readonly onDone: (byKey: boolean) => void
}

/** The open field of an inline edit. It has the exact box of the text it stands for, so nothing moves. */
export function InlineEditor(props: InlineEditorProps) {
  const { value, label, multiline = false, maxLength, placeholder, className, onDone } = props
  const [draft, setDraft] = useState(value)
  const field = useRef<HTMLTextAreaElement>(null)
  const save = useSaving(props, draft)

  useLayoutEffect(() => {
    const end = field.current?.value.length ?? 0
    field.current?.focus()
    field.current?.setSelectionRange(end, end)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const enter = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)
    if (!enter && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    save()
    onDone(true)
  }
  return (
    <div
      className={classNames(styles['editor'], multiline && styles['multiline'], className)}
      data-text={draft === '' ? placeholder : draft}
    >
      <textarea
        ref={field}
        rows={1}
        value={draft}
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        enterKeyHint={multiline ? 'enter' : 'done'}
        onChange={event => setDraft(multiline ? event.currentTarget.value : oneLine(event.currentTarget.value))}
        onKeyDown={onKeyDown}
        onBlur={() => {
          save()
          onDone(false)
        }}
      />
    </div>
  )
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** Saves each draft once, and also what is typed when the place or the page goes away. */
function useSaving({ value, required = false, onSave }: InlineEditProps, draft: string): () => void {
  const saved = useRef(value)
  const save = () => {
    const text = draft.trim()
    if (text === saved.current.trim() || (required && text === '')) return
    saved.current = text
    onSave(text)
  }
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const keep = () => latest.current()
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [])
  return () => latest.current()
}
