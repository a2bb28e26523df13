import { useT } from '../../i18n/use-t.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { BackupSection, FileBackupSection } from './backup-section.tsx'
import styles from './data.module.css'
import { FindingsSection } from './findings-section.tsx'
import { HealthSection } from './health-section.tsx'
import { SnapshotsSection } from './snapshots-section.tsx'
import { useBackup } from './use-backup.ts'
import { useHealth } from './use-health.ts'

/** The one page about data, copies and backups: what is saved where, what went wrong, and the way out. */
export default function DataScreen() {
  const t = useT('copies')
  const { health, refresh } = useHealth()
  const { backup, view, isBlind, refresh: refreshBackup } = useBackup()
  return (
    <ScreenFrame title={t('title')} context={t('context')}>
      <div className={styles['page']}>
        {health && (
          <>
            <HealthSection health={health} backup={view?.state} onChange={() => void refresh()} />
            <FindingsSection health={health} />
          </>
        )}
        {isBlind && <FileBackupSection />}
        {!isBlind && backup && view && (
          <BackupSection backup={backup} view={view} refresh={refreshBackup} onRestored={() => void refresh()} />
        )}
        {health && <SnapshotsSection snapshots={health.snapshots} onChange={() => void refresh()} />}
        <section aria-labelledby="data-honest" className={styles['section']}>
          <h2 id="data-honest">{t('honest.title')}</h2>
          <p>{t('honest.place')}</p>
          <p>{t('honest.open')}</p>
          <p>{t('honest.browser')}</p>
        </section>
      </div>
    </ScreenFrame>
  )
}
