import { useRef, useState, type ComponentType, type ReactNode, type RefObject } from 'react'
import { classNames } from './class-names.ts'
import { InlineEditor } from './inline-editor.tsx'
import styles from './inline-edit.module.css'
import { Pencil } from './icons.ts'

export type InlineEditProps = {
  readonly value: string
  /**
   * Called once with the new text, trimmed, only when it differs. Also when the page or the place goes away. Out: why it was not taken,
   * as a sentence; then the draft stays, and the sentence stands beside it.
   */
  readonly onSave: (text: string) => Promise<string | undefined> | void
  /** What is edited, for example `Titel`: name of the field and of the button that opens it. */
  readonly label: string
  /** Shown quietly while there is no text, for example `Beschreibung hinzufügen`. */
  readonly placeholder?: string
  readonly multiline?: boolean
  /** An empty text is not saved; the old one stays. */
  readonly required?: boolean
  readonly maxLength?: number
  /** A sentence about what is being typed, for example how much room is left. */
  readonly note?: (draft: string) => string | undefined
  /** Buttons below the field that work on what is being written; they take their place in its frame. */
  readonly tools?: ComponentType<{ readonly field: RefObject<HTMLTextAreaElement | null> }>
  readonly readOnly?: boolean
  /** How the text looks while it is not edited, for example formatted. Its links stay links. */
  readonly display?: (text: string) => ReactNode
  /** Sets the type of both states, for example the class of a heading. */
  readonly className?: string | undefined
  /** Starts in the editing state, for a thing that was just made. */
  readonly startEditing?: boolean
}

/**
 * Text that becomes a field in place: click or Enter edits, Enter or leaving saves, Esc leaves. What was typed is never
 * lost: Esc saves it too, only untouched text is simply put back. What is refused stays as a draft until it is taken or discarded.
 */
export function InlineEdit(props: InlineEditProps) {
  const [editing, setEditing] = useState(props.startEditing ?? false)
  const opener = useRef<HTMLButtonElement>(null)
  const returning = useRef(false)
  if (editing && !props.readOnly) {
    const onDone = (byKey: boolean) => {
      returning.current = byKey
      setEditing(false)
    }
    return <InlineEditor {...props} onDone={onDone} />
  }
  const setOpener = (element: HTMLButtonElement | null) => {
    opener.current = element
    if (element && returning.current) element.focus()
    returning.current = false
  }
  return <Shown {...props} openerRef={setOpener} onEdit={() => setEditing(true)} />
}

type ShownProps = InlineEditProps & {
  readonly openerRef: (element: HTMLButtonElement | null) => void
  readonly onEdit: () => void
}

function Shown({ value, label, placeholder, display, multiline, readOnly, className, openerRef, onEdit }: ShownProps) {
  const shape = classNames(styles['text'], multiline === true && styles['multiline'], className)
  if (readOnly) return <div className={shape}>{display ? display(value) : value}</div>
  if (!display || value === '') {
    return (
      <button
        ref={openerRef}
        type="button"
        data-wraps
        aria-label={value === '' ? `${label}: ${placeholder ?? ''}` : `${label}: ${value}`}
        className={classNames(shape, value === '' && styles['empty'])}
        onClick={onEdit}
      >
        {value === '' ? placeholder : value}
      </button>
    )
  }
  return (
    // The pencil beside it is the same action for keyboard and screen reader.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className={classNames(shape, styles['formatted'])} onClick={event => ownClick(event.target) && onEdit()}>
      {display(value)}
      <button ref={openerRef} type="button" aria-label={label} className={styles['pencil']} onClick={onEdit}>
        <Pencil aria-hidden size={14} />
      </button>
    </div>
  )
}

/** A click on a link or control inside, or one that ends a selection of text, is not a wish to edit. */
function ownClick(target: EventTarget): boolean {
  if (target instanceof Element && target.closest('a, button, input, label')) return false
  return document.getSelection()?.isCollapsed ?? true
}
