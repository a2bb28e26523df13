import type { MouseEvent, ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { PersistPrompt } from '../parts/persist-prompt.tsx'
import { SampleBar } from '../parts/sample-bar.tsx'
import { StorageBanner } from '../parts/storage-banner.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { Sidebar } from './sidebar.tsx'
import { UpdateBar } from './update-bar.tsx'
import styles from './shell.module.css'
import { useShortcuts } from './use-shortcuts.ts'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

/** The frame around every screen: places at the side or, on a phone, at the foot. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useT('shell')
  useShortcuts()
  useUnsavedGuard()
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main" onClick={skip}>
        {t('skip')}
      </a>
      <Sidebar />
      <div className={styles['stage']}>
        <aside className={styles['notices']} aria-label={t('notices')}>
          <StorageBanner />
          <UpdateBar />
          <SampleBar />
          <PersistPrompt />
        </aside>
        <div className={styles['place']}>{children}</div>
      </div>
      <BottomBar />
    </div>
  )
}

/** The address belongs to the router, so the skip link moves the focus instead of the hash. */
const skip = (event: MouseEvent): void => {
  event.preventDefault()
  document.querySelector<HTMLElement>('#main h1')?.focus()
}
