import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { announcements } from './announcements.ts'
import { useTopLayer } from './use-top-layer.ts'

/** So long a sentence waits: a surface that closes with the deed it speaks of is gone by then and cannot take it along. */
const pause = 150

/** So long a sentence stands. One that stood for ever would be found and read as content of the page. */
const standing = 1500

type Line = { readonly id: number; readonly text: string }
type Said = { readonly layer: HTMLElement; readonly lines: readonly Line[] }

/**
 * Says each announcement once, in the topmost layer: a line added to a region that stood there empty. What was said in
 * one layer is not said again in the next. Mount once.
 */
export function LiveRegion() {
  const layer = useTopLayer()
  const [said, setSaid] = useState<Said>({ layer, lines: [] })
  if (said.layer !== layer) setSaid({ layer, lines: [] })
  useEffect(() => listen(lines => setSaid(before => ({ ...before, lines: [...before.lines, ...lines] }))), [])
  useEffect(() => {
    if (said.lines.length === 0) return
    const timer = setTimeout(() => setSaid(before => ({ ...before, lines: [] })), standing)
    return () => clearTimeout(timer)
  }, [said])
  return createPortal(
    <div role="log" aria-live="polite" className="visually-hidden">
      {said.lines.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>,
    layer,
  )
}

let lastId = 0

/** Hands over what was announced within a pause, until the returned function is called. */
function listen(draw: (lines: readonly Line[]) => void): () => void {
  let waiting: Line[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = () => {
    draw(waiting)
    waiting = []
    timer = undefined
  }
  const stop = announcements.subscribe(({ log }) => {
    waiting.push({ id: ++lastId, text: log.at(-1) ?? '' })
    timer ??= setTimeout(say, pause)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
