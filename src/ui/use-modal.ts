import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { focusFirst, restoreFocus } from './focus.ts'
import { pushLayer } from './layer.ts'

type Modal = {
  readonly ref: RefObject<HTMLDialogElement | null>
  /** The element floating parts of the content belong in, `null` while the surface is not modal. */
  readonly layer: HTMLElement | null
}

/**
 * Opens a native dialog while mounted, modal or beside the page, and can change between the two without losing what is
 * being typed. Focus goes back to where it came from. Esc closes only the topmost surface: a part inside that uses up
 * Esc calls `preventDefault`, and then the browser asks for nothing.
 */
export function useModal(modal: boolean, onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  const origin = useRef<Element | null>(null)
  const home = useRef<HTMLElement | null>(null)
  const inside = useRef<Element | null>(null)
  const [layer, setLayer] = useState<HTMLElement | null>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    origin.current ??= document.activeElement
    home.current ??= origin.current?.closest('dialog') ?? null
    if (modal) dialog.showModal()
    else dialog.show()
    raiseInner(dialog)
    if (inside.current instanceof HTMLElement) inside.current.focus()
    else focusFirst(dialog)
    const pop = modal ? pushLayer(dialog) : undefined
    setLayer(modal ? dialog : null)
    return () => {
      inside.current = dialog.contains(document.activeElement) ? document.activeElement : null
      pop?.()
      dialog.close()
    }
  }, [modal])

  useLayoutEffect(() => () => restoreFocus(origin.current, home.current), [])

  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    const { signal, abort } = listening()
    if (modal) dialog.addEventListener('cancel', event => onCancel(event, dialog, close), { signal })
    else dialog.addEventListener('keydown', event => onEscape(event, dialog, close), { signal })
    dialog.addEventListener('close', () => dialog.isConnected && !dialog.open && close(), { signal })
    return abort
  }, [modal])
  return { ref, layer }
}

/** A surface that is shown anew comes to lie over the dialogs opened from inside it; they belong on top. */
function raiseInner(dialog: HTMLDialogElement) {
  for (const inner of dialog.querySelectorAll<HTMLDialogElement>('dialog:modal')) {
    inner.close()
    inner.showModal()
  }
}

function listening() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

/** Comes from Esc and from the back gesture of a phone. */
function onCancel(event: Event, dialog: HTMLDialogElement, close: () => void) {
  if (event.target !== dialog) return
  event.preventDefault()
  close()
}

function onEscape(event: KeyboardEvent, dialog: HTMLDialogElement, close: () => void) {
  if (event.key !== 'Escape' || event.isComposing) return
  // A dialog opened from inside is above this one, and Esc is its.
  if (event.target instanceof Element && event.target.closest('dialog') !== dialog) return
  // Handlers of the content sit at React's root and have not spoken yet.
  setTimeout(() => event.defaultPrevented || close())
}
