import { useEffect, useId, useRef, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Popover } from '../ui/popover.tsx'
import styles from './term.module.css'
import type { TermName } from './terms.ts'

/** How long the pointer rests on the word, and how long it may take from the word to its explanation (WCAG 1.4.13). */
const [restTime, leaveTime] = [350, 250]

type ExplanationProps = {
  readonly of: TermName
  readonly anchor: HTMLElement
  /** How often the word was pressed. */
  readonly pressed: number
}

/** Two sentences about a word. Pressed open it takes the focus; under a resting pointer it leaves the focus where it is. */
export default function Explanation({ of, anchor, pressed }: ExplanationProps) {
  const t = useT('glossary')
  const shell = useT('shell')
  const text = useId()
  const bubble = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<'pressed' | 'hovered'>()
  const { leave, stop } = useHover(
    anchor,
    () => setOpen(now => now ?? 'hovered'),
    // The pointer may have gone from the word to its explanation, which is told first.
    () => bubble.current?.matches(':hover') || setOpen(now => (now === 'hovered' ? undefined : now)),
  )
  const seen = useRef(0)
  useEffect(() => {
    if (pressed === seen.current) return
    seen.current = pressed
    stop()
    setOpen(now => (now === 'pressed' ? undefined : 'pressed'))
  }, [pressed, stop])
  useEffect(() => {
    if (open !== 'hovered') return
    // The focus is elsewhere, so the bubble does not hear the key itself, and what lies below it must not.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      setOpen(undefined)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [open])
  if (!open) return null
  return (
    <Popover
      key={open}
      anchor={anchor}
      label={t(`${of}.word`)}
      describedBy={text}
      takesFocus={open === 'pressed'}
      onClose={() => setOpen(undefined)}
    >
      <div ref={bubble} className={styles['bubble']} onPointerLeave={leave}>
        <strong>{t(`${of}.word`)}</strong>
        <p id={text}>{t(`${of}.text`)}</p>
        <a href={`#/help/glossary/${of}`}>{shell('inGlossary')}</a>
      </div>
    </Popover>
  )
}

/** Tells when a mouse rests on the word, and when it has left both word and explanation. */
const useHover = (anchor: HTMLElement, rests: () => void, gone: () => void) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const told = useRef({ rests, gone })
  useEffect(() => {
    told.current = { rests, gone }
  })
  const [acts] = useState(() => {
    const stop = (): void => clearTimeout(timer.current)
    const after = (time: number, what: 'rests' | 'gone'): void => {
      stop()
      timer.current = setTimeout(() => told.current[what](), time)
    }
    return { stop, leave: () => after(leaveTime, 'gone'), rest: () => after(restTime, 'rests') }
  })
  useEffect(() => {
    const isMouse = (event: PointerEvent): boolean => event.pointerType === 'mouse'
    const onEnter = (event: PointerEvent) => isMouse(event) && acts.rest()
    const onLeave = (event: PointerEvent) => isMouse(event) && acts.leave()
    // This piece came while the pointer was on the word already.
    if (anchor.matches(':hover') && matchMedia('(hover: hover)').matches) acts.rest()
    anchor.addEventListener('pointerenter', onEnter)
    anchor.addEventListener('pointerleave', onLeave)
    return () => {
      acts.stop()
      anchor.removeEventListener('pointerenter', onEnter)
      anchor.removeEventListener('pointerleave', onLeave)
    }
  }, [anchor, acts])
  return acts
}
