import { useEffect, useEffectEvent, useState, type KeyboardEvent as ReactKeyboardEvent, type RefObject } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Bold, Heading, Link, List, ListTodo, type IconType } from '../../ui/icons.ts'
import { formats, formatText, type Format } from './format-text.ts'
import styles from './markdown-tools.module.css'

const icons: Readonly<Record<Format, IconType>> = {
  heading: Heading,
  bold: Bold,
  list: List,
  tick: ListTodo,
  link: Link,
}
const keys: Readonly<Partial<Record<string, Format>>> = { b: 'bold', k: 'link' }

/** Writes as a person would, so that the browser's own undo takes it back. */
const replaceIn = (field: HTMLTextAreaElement, format: Format): void => {
  const { from, to, by, select } = formatText(field.value, [field.selectionStart, field.selectionEnd], format)
  field.focus()
  field.setSelectionRange(from, to)
  const isDone = by === '' ? document.execCommand('delete') : document.execCommand('insertText', false, by)
  if (isDone) field.setSelectionRange(...select)
}

type MarkdownToolsProps = { readonly field: RefObject<HTMLTextAreaElement | null> }

/** Headings, bold, lists, ticks and links at the foot of a field with a long text. Ctrl+B and Ctrl+K do the same in the field. */
export function MarkdownTools({ field }: MarkdownToolsProps) {
  const t = useT('card')
  /** The toolbar is one stop for Tab; arrows go along it. */
  const [stop, setStop] = useState(0)
  const onArrow = (event: ReactKeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (stop + step + formats.length) % formats.length
    setStop(next)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  const apply = (format: Format) => {
    if (field.current) replaceIn(field.current, format)
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const format = keys[event.key.toLowerCase()]
    if (format === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    apply(format)
  })
  useEffect(() => {
    const written = field.current
    const listen = (event: KeyboardEvent) => onKey(event)
    written?.addEventListener('keydown', listen)
    return () => written?.removeEventListener('keydown', listen)
  }, [field])
  return (
    <div role="toolbar" aria-label={t('format.title')} tabIndex={-1} className={styles['tools']} onKeyDown={onArrow}>
      {formats.map((format, index) => (
        <IconButton
          key={format}
          icon={icons[format]}
          size="small"
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          label={t(`format.${format}`)}
          shortcut={format === 'bold' || format === 'link' ? t(`format.keys.${format}`) : undefined}
          // The field keeps the focus, and a phone its keyboard.
          onMouseDown={event => event.preventDefault()}
          onClick={() => apply(format)}
        />
      ))}
    </div>
  )
}
