import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useStore } from 'zustand'
import { useT } from '../i18n/use-t.ts'
import { Button } from './button.tsx'
import { restoreFocus } from './focus.ts'
import { IconButton } from './icon-button.tsx'
import { X } from './icons.ts'
import { useTopLayer } from './use-top-layer.ts'
import { toasts, type Toast } from './toasts.ts'
import styles from './toast-region.module.css'

const lifetime = 8_000

/**
 * Where toasts appear. They stay while pointed at or focused. Each is said once as an announcement: a live region here would say all
 * that stand in it again with each new one, and whenever it moves to another layer. Mount once.
 */
export function ToastRegion() {
  const shown = useStore(toasts.store, state => state.shown)
  const layer = useTopLayer()
  const [held, setHeld] = useState(false)
  const origin = useRef<Element | null>(null)
  const close = (toast: Toast) => {
    toasts.dismiss(toast.id)
    restoreFocus(origin.current)
  }
  return createPortal(
    // The handlers only hold the clock while somebody reads.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="status"
      aria-live="off"
      className={styles['region']}
      data-screen-only
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) origin.current = event.relatedTarget
        setHeld(true)
      }}
      onBlur={event => setHeld(event.currentTarget.contains(event.relatedTarget))}
    >
      {shown.map(toast => (
        <ToastCard key={toast.id} toast={toast} held={held} onClose={() => close(toast)} />
      ))}
    </div>,
    layer,
  )
}

type ToastCardProps = { readonly toast: Toast; readonly held: boolean; readonly onClose: () => void }

function ToastCard({ toast, held, onClose }: ToastCardProps) {
  const t = useT('ui')
  const { id, text, action, named } = toast
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => toasts.dismiss(id), lifetime)
    return () => clearTimeout(timer)
  }, [held, id])
  const act = (run: () => void) => {
    onClose()
    run()
  }
  return (
    <div className={styles['toast']} data-named={named || undefined}>
      <span className={styles['text']}>{text}</span>
      {action && (
        <Button variant="plain" size="small" onClick={() => act(action.run)}>
          {action.label}
        </Button>
      )}
      <IconButton icon={X} size="small" label={t('closeMessage')} onClick={onClose} />
    </div>
  )
}
