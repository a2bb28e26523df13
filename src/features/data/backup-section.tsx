import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useSaveFile } from '../../parts/use-save-file.ts'
import { Button } from '../../ui/button.tsx'
import { Download, HardDrive } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import type { Backup } from '../../workspace/backup-port.ts'
import { BackupFolder } from './backup-folder.tsx'
import styles from './data.module.css'
import { SealDialog } from './seal-dialog.tsx'
import type { BackupView } from './use-backup.ts'
import { useBackupActions } from './use-backup-actions.ts'

type BackupSectionProps = {
  readonly backup: Backup
  readonly view: BackupView
  readonly refresh: () => Promise<void>
  /** A restore has changed everything. */
  readonly onRestored: () => void
}

/** The backup that leaves this browser: the only copy that survives the device. In a folder by itself, otherwise as a file by hand. */
export function BackupSection({ backup, view, refresh, onRestored }: BackupSectionProps) {
  const t = useT('copies')
  const saveFile = useSaveFile()
  const actions = useBackupActions(backup, refresh)
  const [isChoosing, setChoosing] = useState(false)
  const { state } = view
  const canChoose = state.supported && !state.folder
  const save = async () => {
    await saveFile()
    await refresh()
  }
  return (
    <section aria-labelledby="data-backup" className={styles['section']}>
      <h2 id="data-backup">{t('backup.title')}</h2>
      <p>{t('backup.text')}</p>
      {!state.folder && <p>{t(state.supported ? 'backup.folder' : 'backup.noFolder')}</p>}
      {state.folder && <BackupFolder view={view} actions={actions} onRestored={onRestored} />}
      <div className={styles['buttons']}>
        {canChoose && (
          <Button variant="primary" icon={HardDrive} onClick={() => setChoosing(true)}>
            {t('folder.choose')}
          </Button>
        )}
        <Button variant={state.supported ? 'quiet' : 'primary'} icon={Download} onClick={() => void save()}>
          {t('backup.save')}
        </Button>
        <LinkButton href="#/import/backup">{t('backup.restore')}</LinkButton>
      </div>
      {isChoosing && (
        <SealDialog
          purpose="choose"
          isSealed={false}
          onSeal={seal => {
            setChoosing(false)
            void actions.choose(seal)
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  )
}

/** When nothing is known of folders: a file still holds everything. */
export function FileBackupSection() {
  const t = useT('copies')
  const saveFile = useSaveFile()
  return (
    <section aria-labelledby="data-backup" className={styles['section']}>
      <h2 id="data-backup">{t('backup.title')}</h2>
      <p>{t('backup.text')}</p>
      <div className={styles['buttons']}>
        <Button variant="primary" icon={Download} onClick={() => void saveFile()}>
          {t('backup.save')}
        </Button>
        <LinkButton href="#/import/backup">{t('backup.restore')}</LinkButton>
      </div>
    </section>
  )
}
