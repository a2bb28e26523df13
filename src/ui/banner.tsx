import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { CircleCheck, Info, OctagonAlert, TriangleAlert, X } from './icons.ts'
import { IconButton } from './icon-button.tsx'
import { useT } from '../i18n/use-t.ts'

export type BannerProps = {
  readonly tone: 'info' | 'ok' | 'warn' | 'danger'
  /** What happened, what is safe, what to do. */
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly onClose?: (() => void) | undefined
}

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: OctagonAlert }

/** A sentence about the state of things that stays until it no longer holds. Danger is read out at once. */
export function Banner({ tone, children, actions, onClose }: BannerProps) {
  const t = useT('ui')
  const Icon = icons[tone]
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={`${styles['banner']} ${styles[tone]}`}>
      <Icon aria-hidden size={16} strokeWidth={2} />
      <div className={styles['text']}>{children}</div>
      {actions && <div className={styles['actions']}>{actions}</div>}
      {onClose && <IconButton icon={X} size="small" label={t('close')} onClick={onClose} />}
    </div>
  )
}
