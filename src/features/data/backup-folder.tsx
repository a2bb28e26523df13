import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { ArchiveList } from '../../parts/restoring/archive-list.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { HardDrive, Save } from '../../ui/icons.ts'
import type { BackupFile, BackupState } from '../../workspace/backup-port.ts'
import styles from './data.module.css'
import { RestoreDialog } from './restore-dialog.tsx'
import { SealDialog } from './seal-dialog.tsx'
import type { Archives, BackupView } from './use-backup.ts'
import type { useBackupActions } from './use-backup-actions.ts'

/** As many as are seen at a glance. */
const few = 6

type Actions = ReturnType<typeof useBackupActions>

type BackupFolderProps = {
  readonly view: BackupView
  readonly actions: Actions
  readonly onRestored: () => void
}

/** The chosen folder: what stands in the way, what lies there, and what can be done with it. */
export function BackupFolder({ view: { state, archives }, actions, onRestored }: BackupFolderProps) {
  const { folder } = state
  if (!folder) return null
  return (
    <>
      <FolderState state={state} folder={folder} archives={archives} />
      <FolderButtons folder={folder} actions={actions} />
      {archives?.ok && <Archives files={archives.value} onRestored={onRestored} />}
    </>
  )
}

type Folder = NonNullable<BackupState['folder']>

type FolderStateProps = { readonly state: BackupState; readonly folder: Folder; readonly archives: Archives }

function FolderState({ state: { trouble }, folder, archives }: FolderStateProps) {
  const t = useT('copies')
  const { name } = folder
  const finding = archives?.ok === false ? archives.refusal : trouble
  if (folder.permission !== 'granted') return <Banner tone="warn">{t('trouble.permissionLost', { name })}</Banner>
  if (finding) return <Banner tone="warn">{t(`trouble.${finding.because}`, { name })}</Banner>
  return <p>{t(folder.sealed ? 'folder.sealed' : 'folder.open', { name })}</p>
}

function FolderButtons({ folder, actions }: { readonly folder: Folder; readonly actions: Actions }) {
  const t = useT('copies')
  const [isSealing, setSealing] = useState(false)
  const busy = actions.isBusy ? t('folder.writing') : undefined
  const mayWrite = folder.permission === 'granted'
  return (
    <div className={styles['buttons']}>
      {mayWrite ? (
        <Button variant="primary" icon={Save} refusal={busy} onClick={() => void actions.writeNow()}>
          {t('folder.writeNow')}
        </Button>
      ) : (
        <Button variant="primary" icon={HardDrive} refusal={busy} onClick={() => void actions.renew()}>
          {t('folder.renew')}
        </Button>
      )}
      <Button onClick={() => setSealing(true)}>{t(folder.sealed ? 'folder.changeSeal' : 'folder.setSeal')}</Button>
      <Button variant="plain" onClick={() => void actions.forget()}>
        {t('folder.forget')}
      </Button>
      {isSealing && (
        <SealDialog
          purpose="change"
          isSealed={folder.sealed}
          onSeal={seal => {
            setSealing(false)
            void actions.reseal(seal)
          }}
          onClose={() => setSealing(false)}
        />
      )}
    </div>
  )
}

function Archives({ files, onRestored }: { readonly files: readonly BackupFile[]; readonly onRestored: () => void }) {
  const t = useT('copies')
  const [chosen, setChosen] = useState<BackupFile>()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? files : files.slice(0, few)
  if (files.length === 0) return <p className={styles['note']}>{t('archives.none')}</p>
  return (
    <>
      <h3 className={styles['subtitle']}>{t('archives.title')}</h3>
      <ArchiveList label={t('archives.title')} files={shown} onChoose={setChosen} />
      {files.length > shown.length && (
        <Button variant="plain" onClick={() => setShowsAll(true)}>
          {t('snapshots.all', { count: files.length })}
        </Button>
      )}
      {chosen && (
        <RestoreDialog
          from={{ kind: 'file', file: chosen }}
          onClose={() => setChosen(undefined)}
          onRestored={onRestored}
        />
      )}
    </>
  )
}
