import { useId, useSyncExternalStore, type ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { IconButton } from './icon-button.tsx'
import { X } from './icons.ts'
import { LayerContext } from './layer.ts'
import styles from './side-panel.module.css'
import { useModal } from './use-modal.ts'

export type SidePanelProps = {
  /** Accessible name, also of the heading when `title` is not drawn by the content. */
  readonly label: string
  /** Called for Esc, the close button and the back gesture. */
  readonly onClose: () => void
  /** Left of the close button: key, copy link, previous and next, menu. */
  readonly head?: ReactNode
  readonly children: ReactNode
}

const narrow = '(width < 1200px)'

/**
 * A region of 480 px beside the place, which stays usable; below 1200 px it covers the screen and is modal. What is
 * being typed survives the change between the two. Open as long as it is rendered.
 */
export function SidePanel({ label, onClose, head, children }: SidePanelProps) {
  const t = useT('ui')
  const id = useId()
  const covering = useSyncExternalStore(watchWidth, () => matchMedia(narrow).matches)
  const { ref, layer } = useModal(covering, onClose)
  return (
    <dialog ref={ref} tabIndex={-1} data-autofocus aria-labelledby={id} className={styles['panel']}>
      <LayerContext value={layer}>
        <h2 id={id} className="visually-hidden">
          {label}
        </h2>
        <div className={styles['head']}>
          <div className={styles['tools']}>{head}</div>
          <IconButton icon={X} label={t('close')} shortcut="Esc" onClick={onClose} />
        </div>
        <div className={styles['body']}>{children}</div>
      </LayerContext>
    </dialog>
  )
}

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
