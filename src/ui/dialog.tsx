import { useId, type ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { X } from './icons.ts'
import { LayerContext } from './layer.ts'
import { useModal } from './use-modal.ts'

export type DialogProps = {
  readonly title: string
  /** One calm sentence under the title. */
  readonly description?: ReactNode
  /** Called for Esc, the close button and the back gesture. The owner then stops rendering the dialog. */
  readonly onClose: () => void
  readonly children?: ReactNode
  /** Buttons; the one that acts stands last. */
  readonly footer?: ReactNode
  /** On a phone `large` fills the screen; the others rise from the lower edge and take only the height they need. */
  readonly size?: 'small' | 'normal' | 'large'
}

/** A modal native dialog, open as long as it is rendered. First focus: `data-autofocus`, else the first field. */
export function Dialog({ title, description, onClose, children, footer, size = 'normal' }: DialogProps) {
  const t = useT('ui')
  const id = useId()
  const { ref, layer } = useModal(true, onClose)
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      data-rises={size === 'large' ? undefined : ''}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      className={classNames(styles['dialog'], styles[size])}
    >
      <LayerContext value={layer}>
        <header className={styles['head']}>
          <h2 id={`${id}-title`}>{title}</h2>
          <IconButton icon={X} label={t('close')} onClick={onClose} />
        </header>
        {description && (
          <p id={`${id}-text`} className={styles['description']}>
            {description}
          </p>
        )}
        <div className={styles['body']}>{children}</div>
        {footer && <footer className={styles['foot']}>{footer}</footer>}
      </LayerContext>
    </dialog>
  )
}
