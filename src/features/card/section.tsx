import type { ReactNode } from 'react'
import styles from './card.module.css'

type SectionProps = {
  readonly title: ReactNode
  /** A quiet word beside the heading, for example `2 von 5`. */
  readonly note?: string | undefined
  /** Buttons at the end of the heading's line. */
  readonly tools?: ReactNode
  readonly name?: string
  readonly children: ReactNode
}

/** A part of the card with its heading. */
export function Section({ title, note, tools, name, children }: SectionProps) {
  return (
    <section className={styles['section']} data-section={name}>
      <div className={styles['sectionHead']}>
        <h3 className={styles['sectionTitle']}>{title}</h3>
        {note !== undefined && <span className={styles['note']}>{note}</span>}
        {tools !== undefined && <span className={styles['sectionTools']}>{tools}</span>}
      </div>
      {children}
    </section>
  )
}
