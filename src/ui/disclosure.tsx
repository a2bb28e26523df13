import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './disclosure.module.css'
import { ChevronRight } from './icons.ts'

type DisclosureProps = {
  readonly summary: string
  readonly onToggle?: (isOpen: boolean) => void
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A line that opens what belongs to it. */
export function Disclosure({ summary, onToggle, className, children }: DisclosureProps) {
  return (
    <details
      className={classNames(styles['disclosure'], className)}
      onToggle={event => onToggle?.(event.currentTarget.open)}
    >
      <summary>
        <ChevronRight aria-hidden size={16} strokeWidth={1.75} />
        {summary}
      </summary>
      {children}
    </details>
  )
}
