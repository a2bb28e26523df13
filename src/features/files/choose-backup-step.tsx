import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { ArchiveList } from '../../parts/restoring/archive-list.tsx'
import { useFileRefusalText } from '../../parts/use-file-refusal-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Archive } from '../../ui/icons.ts'
import type { BackupFile } from '../../workspace/backup-port.ts'
import styles from './files.module.css'
import { goTo, type IntakeState } from './intake-store.ts'

type ChooseBackupStepProps = {
  readonly state: IntakeState & { readonly step: 'choose' }
  readonly onFile: (file: File) => void
}

/** Data are gone, or a device is new: the backup lies in a folder or is a file. */
export function ChooseBackupStep({ state, onFile }: ChooseBackupStepProps) {
  const t = useT('files')
  const refusalText = useFileRefusalText()
  const [files, setFiles] = useState<readonly BackupFile[]>()
  const canPick = 'showDirectoryPicker' in globalThis
  const open = async (file: BackupFile) => {
    const found = await file.open().catch(() => undefined)
    if (found) onFile(found)
    else goTo({ step: 'choose', refusal: { because: 'readingFailed' }, file: file.name })
  }
  return (
    <>
      {state.refusal && state.refusal.because !== 'cancelled' && (
        <Banner tone="warn">{t('refused', { file: state.file ?? '', reason: refusalText(state.refusal) })}</Banner>
      )}
      {canPick && <FolderPart onFound={setFiles} />}
      {files && files.length > 0 && (
        <ArchiveList label={t('fromBackup.found')} files={files} onChoose={file => void open(file)} />
      )}
      <section className={styles['section']} aria-labelledby="files-backup-file">
        <h2 id="files-backup-file">{t('fromBackup.file')}</h2>
        <p className={styles['quiet']}>{t('fromBackup.fileHint')}</p>
        <div className={styles['buttons']}>
          <FileButton
            isStepFocus
            variant={canPick ? 'quiet' : 'primary'}
            accept=".json,.lotse,application/json"
            onFile={onFile}
          >
            {t('choose.file')}
          </FileButton>
        </div>
      </section>
    </>
  )
}

type Failure = 'empty' | 'gone' | 'refused'

function FolderPart({ onFound }: { readonly onFound: (files: readonly BackupFile[]) => void }) {
  const t = useT('files')
  const device = useDevice()
  const [failure, setFailure] = useState<Failure>()
  const pick = async () => {
    const picked = await device.pickBackups()
    if (!picked.ok && picked.refusal.because === 'cancelled') return
    onFound(picked.ok ? picked.value : [])
    if (picked.ok) setFailure(picked.value.length === 0 ? 'empty' : undefined)
    else setFailure(picked.refusal.because === 'folderGone' ? 'gone' : 'refused')
  }
  return (
    <section className={styles['section']} aria-labelledby="files-backup-folder">
      <h2 id="files-backup-folder">{t('fromBackup.folder')}</h2>
      <p className={styles['quiet']}>{t('fromBackup.folderHint')}</p>
      <div className={styles['buttons']}>
        <Button variant="primary" icon={Archive} onClick={() => void pick()}>
          {t('fromBackup.pick')}
        </Button>
      </div>
      {failure && <Banner tone="warn">{t(`fromBackup.${failure}`)}</Banner>}
    </section>
  )
}
