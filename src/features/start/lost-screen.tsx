import { useEffect } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { focusPlace } from '../../ui/focus.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { LostSection } from './lost-section.tsx'
import styles from './start.module.css'

/** The address names a team, and this browser has nothing at all: says so, and offers the way back before a new beginning. */
export default function LostScreen() {
  const t = useT('start')
  const shell = useT('shell')
  useEffect(() => {
    document.title = t('documentTitle')
  }, [t])
  useEffect(focusPlace, [])
  return (
    <main className={styles['page']} id="main">
      <div className={styles['column']}>
        <h1 className={styles['title']} tabIndex={-1}>
          {t('gone.title')}
        </h1>
        <p className={styles['lead']}>{shell('unknownTeam')}</p>
        <LostSection />
        <div className={styles['buttons']}>
          <LinkButton href="#/import/backup" variant="primary">
            {shell('restoreBackup')}
          </LinkButton>
          <LinkButton href="#/start">{shell('toStart')}</LinkButton>
        </div>
      </div>
    </main>
  )
}
