import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { CircleCheck, Info, OctagonAlert, TriangleAlert, X } from './icons.ts'
import { IconButton } from './icon-button.tsx'
import { useAnnounced } from './use-announced.ts'
import { useT } from '../i18n/use-t.ts'

export type BannerProps = {
  readonly tone: 'info' | 'ok' | 'warn' | 'danger'
  /** What happened, what is safe, what to do. A plain sentence is also said to screen readers when it comes. */
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly onClose?: (() => void) | undefined
}

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: OctagonAlert }

/** A sentence about the state of things that stays until it no longer holds. Danger interrupts. */
export function Banner({ tone, children, actions, onClose }: BannerProps) {
  const t = useT('ui')
  const Icon = icons[tone]
  useAnnounced(tone !== 'danger' && typeof children === 'string' ? children : '')
  return (
    <div role={tone === 'danger' ? 'alert' : undefined} className={`${styles['banner']} ${styles[tone]}`}>
      <Icon aria-hidden size={16} strokeWidth={2} />
      <div className={styles['text']}>{children}</div>
      {actions && <div className={styles['actions']}>{actions}</div>}
      {onClose && <IconButton icon={X} size="small" label={t('close')} onClick={onClose} />}
    </div>
  )
}
