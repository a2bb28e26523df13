import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'
import { CircleAlert, Info, TriangleAlert } from './icons.ts'

export type BannerTone = 'info' | 'warn' | 'danger'

type BannerProps = { readonly tone: BannerTone; readonly children: ReactNode; readonly actions?: ReactNode }

const icons = { info: Info, warn: TriangleAlert, danger: CircleAlert }

/** One sentence across the screen about the whole app, with its way out. */
export function Banner({ tone, children, actions }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div className={classNames(styles['banner'], styles[tone])} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <p>{children}</p>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
