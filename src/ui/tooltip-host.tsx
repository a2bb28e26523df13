import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './kbd.tsx'
import styles from './tooltip-host.module.css'

const hoverDelay = 450
/** Lets the pointer travel from the anchor onto the tooltip itself (WCAG 1.4.13). */
const leaveDelay = 140

/**
 * Shows the page's one tooltip for whatever carries `data-tooltip` (see `tooltip.ts`). It stands in the top layer, so
 * also above modal dialogs, and a thousand anchors cost nothing. Mount once.
 */
export function TooltipHost() {
  const [anchor, setAnchor] = useState<HTMLElement>()
  useEffect(() => followAnchors(setAnchor), [])
  useEffect(() => {
    if (!anchor) return
    const hide = () => setAnchor(undefined)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    // Also when the anchor goes, or something opens over it, without an event that would say so.
    const watch = setInterval(() => isPointedAt(anchor) || hide(), 500)
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('scroll', hide, true)
    return () => {
      clearInterval(watch)
      window.removeEventListener('keydown', onKey, true)
      window.removeEventListener('scroll', hide, true)
    }
  }, [anchor])
  const text = anchor?.dataset['tooltip']
  return anchor && text ? <Bubble anchor={anchor} text={text} shortcut={anchor.dataset['shortcut']} /> : null
}

type BubbleProps = { readonly anchor: HTMLElement; readonly text: string; readonly shortcut: string | undefined }

function Bubble({ anchor, text, shortcut }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bubble.current
    if (!element) return
    if ('showPopover' in element && !element.matches(':popover-open')) element.showPopover()
    place(element, anchor.getBoundingClientRect())
  }, [anchor])
  return (
    <div ref={bubble} popover="manual" role="tooltip" data-bubble className={styles['bubble']}>
      {text}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </div>
  )
}

const isPointedAt = (anchor: HTMLElement): boolean =>
  anchor.matches(':hover, :focus-visible') || document.querySelector('[data-bubble]:hover') !== null

/** A dialog that opens puts the focus on its first control; nobody went there to ask what it is. */
function isOpening({ target, relatedTarget }: FocusEvent): boolean {
  const dialog = target instanceof Element ? target.closest('dialog') : null
  return dialog !== null && !(relatedTarget instanceof Node && dialog.contains(relatedTarget))
}

function anchorOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-tooltip]') ?? undefined) : undefined
}

function followAnchors(setAnchor: (anchor: HTMLElement | undefined) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const after = (delay: number, anchor: HTMLElement | undefined) => {
    clearTimeout(timer)
    timer = setTimeout(setAnchor, delay, anchor)
  }
  const onOver = (event: PointerEvent) => {
    if (event.pointerType !== 'mouse' || event.buttons > 0) return
    if (event.target instanceof Element && event.target.closest('[data-bubble]')) return clearTimeout(timer)
    const anchor = anchorOf(event.target)
    after(anchor ? hoverDelay : leaveDelay, anchor)
  }
  const onFocus = (event: FocusEvent) => {
    const anchor = anchorOf(event.target)
    after(0, anchor?.matches(':focus-visible') && !isOpening(event) ? anchor : undefined)
  }
  const hide = () => after(0, undefined)
  const stop = new AbortController()
  document.addEventListener('pointerover', onOver, { signal: stop.signal, passive: true })
  document.addEventListener('focusin', onFocus, { signal: stop.signal })
  document.addEventListener('focusout', hide, { signal: stop.signal })
  document.addEventListener('pointerdown', hide, { signal: stop.signal, passive: true })
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}

const gap = 6
const edge = 8

function place(bubble: HTMLElement, anchor: DOMRect) {
  const { width, height } = bubble.getBoundingClientRect()
  const below = anchor.bottom + gap
  const top = below + height + edge > window.innerHeight ? anchor.top - gap - height : below
  const left = anchor.left + anchor.width / 2 - width / 2
  bubble.style.top = `${Math.round(Math.max(edge, top))}px`
  bubble.style.left = `${Math.round(Math.min(Math.max(edge, left), window.innerWidth - width - edge))}px`
}
