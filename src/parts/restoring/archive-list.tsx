import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import type { BackupFile } from '../../workspace/backup-port.ts'
import styles from './restoring.module.css'

type ArchiveListProps = {
  readonly label: string
  readonly files: readonly BackupFile[]
  readonly onChoose: (file: BackupFile) => void
}

/** The archives of a folder, the newest first: when, how large, sealed or not, and under which name they lie there. */
export function ArchiveList({ label, files, onChoose }: ArchiveListProps) {
  const t = useT('copies')
  const format = useFormat()
  return (
    <ul className={styles['archives']} aria-label={label}>
      {files.map(file => (
        <li key={file.name}>
          <div>
            <p>
              {format.dateTime(file.at)}
              {' · '}
              {format.bytes(file.bytes)}
              {' · '}
              {file.sealed ? t('archives.sealed') : t('archives.open')}
            </p>
            <p className={styles['quiet']}>{file.name}</p>
          </div>
          <Button
            size="small"
            aria-label={t('archives.restoreNamed', { name: file.name })}
            onClick={() => onChoose(file)}
          >
            {t('archives.restore')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
