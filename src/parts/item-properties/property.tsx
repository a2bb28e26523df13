import { useState, type ReactNode } from 'react'
import { Term } from '../term.tsx'
import type { TermName } from '../terms.ts'
import styles from './item-properties.module.css'

export type PropertyProps = {
  readonly label: string
  /** The word is a method word, or its value is. */
  readonly term?: TermName | undefined
  /** The key that opens it, shown as a tooltip of the value. */
  readonly shortcut?: string | undefined
  /** What is shown while there is no value, for example `Person hinzufügen`. */
  readonly placeholder: string
  /** The value; nothing when there is none. */
  readonly children: ReactNode
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  /** The menu, picker or popover in which the value is chosen, beside its anchor. */
  readonly renderEditor: (anchor: HTMLElement, close: () => void) => ReactNode
}

/** One property of an item: its word, its value, and where the value is chosen when it is clicked. */
export function Property(props: PropertyProps) {
  const { label, term, shortcut, placeholder, children, open, onToggle, renderEditor } = props
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const isEmpty = children === null || children === undefined
  return (
    <div className={styles['property']} data-field={label}>
      <span aria-hidden={term === undefined || undefined} className={styles['label']}>
        {term ? <Term of={term}>{label}</Term> : label}
      </span>
      <button
        ref={setAnchor}
        type="button"
        data-wraps
        aria-haspopup="true"
        aria-expanded={open}
        aria-keyshortcuts={shortcut}
        className={isEmpty ? `${styles['value']} ${styles['empty']}` : styles['value']}
        onClick={() => onToggle(!open)}
      >
        <span className="visually-hidden">{label}: </span>
        {isEmpty ? placeholder : children}
      </button>
      {open && anchor && renderEditor(anchor, () => onToggle(false))}
    </div>
  )
}
