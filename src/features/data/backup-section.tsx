import { useT } from '../../i18n/use-t.ts'
import { useSaveFile } from '../../parts/use-save-file.ts'
import { Button } from '../../ui/button.tsx'
import { Download } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './data.module.css'

/** The backup that leaves this browser: the only copy that survives the device. */
export function BackupSection() {
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
        <LinkButton href="#/import">{t('backup.restore')}</LinkButton>
      </div>
    </section>
  )
}
