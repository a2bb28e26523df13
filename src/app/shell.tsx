import { Suspense, useEffect, useLayoutEffect, type MouseEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useT } from '../i18n/use-t.ts'
import { useBeamer } from '../parts/beamer.ts'
import { Later } from '../parts/later.tsx'
import { lazyScreen } from '../parts/lazy-screen.ts'
import { SampleBar } from '../parts/sample-bar.tsx'
import { StorageBanner } from '../parts/storage-banner.tsx'
import { useAddress } from '../parts/use-address.ts'
import { BottomBar } from './bottom-bar.tsx'
import { Sidebar } from './sidebar.tsx'
import { UpdateBar } from './update-bar.tsx'
import styles from './shell.module.css'
import { useShortcuts } from './use-shortcuts.ts'
import { useUnsavedGuard } from './use-unsaved-guard.ts'
import { wantedOffer, wantOffer } from './wanted-offer.ts'

const Doing = lazyScreen(() => import('./doing.tsx'))
const BackupNotice = lazyScreen(() => import('../parts/backup-watch/backup-notice.tsx'))
const Requests = lazyScreen(() => import('../parts/requests/requests.tsx'))
const AfterStart = lazyScreen(() => import('./after-start.tsx'))

/** Milliseconds a new page has for itself. */
const rest = 3000

const afterRest = (work: () => void): (() => void) => {
  const timer = setTimeout(work, rest)
  return () => clearTimeout(timer)
}

/** The frame around every screen: places at the side or, on a phone, at the foot; neither where a meeting looks on. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useT('shell')
  useShortcuts(wantOffer)
  const isWanted = useStore(wantedOffer, ({ wanted }) => wanted !== undefined)
  useEffect(() => afterRest(() => void Doing.preload().catch(() => undefined)), [])
  useUnsavedGuard()
  const isBeamer = useBeamer(useAddress().base)
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-beamer', isBeamer)
  }, [isBeamer])
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main" onClick={skip}>
        {t('skip')}
      </a>
      {!isBeamer && <Sidebar />}
      <div className={styles['stage']}>
        <aside className={styles['notices']} aria-label={t('notices')}>
          <StorageBanner />
          {!isBeamer && (
            <>
              <UpdateBar />
              <SampleBar />
            </>
          )}
        </aside>
        <div className={styles['place']}>{children}</div>
        {/* At the foot: what comes later must not push the place down. */}
        <aside className={styles['requests']} aria-label={t('requests')}>
          <Later>
            {!isBeamer && (
              <>
                <BackupNotice />
                <Requests />
              </>
            )}
            <AfterStart />
          </Later>
        </aside>
      </div>
      {!isBeamer && <BottomBar />}
      <Suspense>{isWanted && <Doing />}</Suspense>
    </div>
  )
}

/** The address belongs to the router, so the skip link moves the focus instead of the hash. */
const skip = (event: MouseEvent): void => {
  event.preventDefault()
  document.querySelector<HTMLElement>('#main h1')?.focus()
}
