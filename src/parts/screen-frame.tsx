import { useEffect, useRef, type ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { SavingNote } from './saving-note.tsx'
import styles from './screen-frame.module.css'
import { Term } from './term.tsx'
import type { TermName } from './terms.ts'

type ScreenFrameProps = {
  readonly title: string
  /** The title is a method word. */
  readonly term?: TermName | undefined
  /** The title is a key; what the eye looks for stands below. */
  readonly quiet?: boolean
  /** One line of context: the sprint and the days left, or what the place is for. */
  readonly context?: ReactNode
  /** Quiet tools: switch of view, filter. */
  readonly tools?: ReactNode
  /** The one filled button of the screen. */
  readonly primary?: ReactNode
  /** `page` scrolls as a whole; `fill` gives its height to the content, which scrolls by itself. */
  readonly shape?: 'page' | 'fill'
  readonly children: ReactNode
}

/** Every screen's frame: title, one line of context, tools, one primary button, the truth about saving. */
export function ScreenFrame(props: ScreenFrameProps) {
  const { title, term, quiet, context, tools, primary, shape = 'page', children } = props
  const t = useT('shell')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t('documentTitle', { title })
  }, [title, t])
  // A new place begins at its heading, for screen readers and keyboards alike; an overlay or a field that waits keeps its focus.
  useEffect(() => {
    const isTaken = heading.current?.closest('main')?.contains(document.activeElement) ?? false
    if (!isTaken && document.querySelector('dialog[open]') === null) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <main className={styles[shape]} id="main">
      <header className={styles['bar']}>
        <div className={styles['titles']}>
          <h1 ref={heading} tabIndex={-1} data-quiet={quiet}>
            {term ? <Term of={term}>{title}</Term> : title}
          </h1>
          {context !== undefined && <p className={styles['context']}>{context}</p>}
        </div>
        <div className={styles['tools']}>
          {tools}
          <SavingNote />
          {primary}
        </div>
      </header>
      <div className={styles['content']}>{children}</div>
    </main>
  )
}
