import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { announcements } from './announcements.ts'
import { useTopLayer } from './use-top-layer.ts'

type Said = { readonly text: string; readonly turn: number }

/** Two regions take turns, so that a repeated sentence is a change and is read again. Mount once. */
export function LiveRegion() {
  const layer = useTopLayer()
  const [said, setSaid] = useState<Said>({ text: '', turn: 0 })
  useEffect(
    () => announcements.subscribe(({ log }) => setSaid(before => ({ text: log.at(-1) ?? '', turn: 1 - before.turn }))),
    [],
  )
  return createPortal(
    <div data-live className="visually-hidden">
      <div aria-live="polite">{said.turn === 0 ? said.text : ''}</div>
      <div aria-live="polite">{said.turn === 1 ? said.text : ''}</div>
    </div>,
    layer,
  )
}
