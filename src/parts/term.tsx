import { lazy, Suspense, useState, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import { loadAreas } from '../i18n/messages.ts'
import { useDeviceSetting } from './device-settings.ts'
import styles from './term.module.css'
import type { TermName } from './terms.ts'

const Explanation = lazy(async () => {
  const [piece] = await Promise.all([import('./term-explanation.tsx'), loadAreas('glossary')])
  return piece
})

type TermProps = { readonly of: TermName; readonly children: ReactNode }

/**
 * A method word with a dotted line below it: its explanation opens when the pointer rests on it, when it is pressed, and by keyboard.
 * Who knows the words switches the lines off. It is a control, so it never stands inside another one.
 */
export function Term({ of, children }: TermProps) {
  const [explained] = useDeviceSetting('explanations')
  const [anchor, setAnchor] = useState<HTMLElement>()
  const [pressed, setPressed] = useState(0)
  if (!explained) return children
  const wake = (event: PointerEvent<HTMLElement> | MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)
  return (
    <>
      <button
        type="button"
        data-term={of}
        data-wraps
        aria-haspopup="dialog"
        className={styles['term']}
        onPointerEnter={wake}
        onClick={event => {
          wake(event)
          setPressed(pressed + 1)
        }}
      >
        {children}
      </button>
      {anchor && (
        <Suspense>
          <Explanation {...{ of, anchor, pressed }} />
        </Suspense>
      )}
    </>
  )
}
