import { Link } from 'wouter'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from './backup-line.module.css'
import { useBackupState } from './use-backup-state.ts'

/** When the last copy left this browser, in words; it leads to the one page about data, copies and backups. */
export default function BackupLine() {
  const t = useT('copies')
  const format = useFormat()
  const found = useBackupState()
  if (!found) return null
  const { last, folder, trouble, isReminderDue } = found.state
  const isWaiting = trouble !== undefined || isReminderDue || (folder !== undefined && folder.permission !== 'granted')
  return (
    <Link href="/data" className={styles['line'] ?? ''} data-waits={isWaiting || undefined}>
      {last ? t('line.last', { when: format.dateTime(last.at) }) : t('line.never')}
    </Link>
  )
}
