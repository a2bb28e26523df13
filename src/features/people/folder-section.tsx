import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { HardDrive } from '../../ui/icons.ts'
import { toasts } from '../../ui/toasts.ts'
import type { Sync, SyncView } from '../../workspace/sync-port.ts'
import styles from './people.module.css'

type FolderSectionProps = { readonly sync: Sync; readonly view: SyncView }

/** The folder that the team shares: chosen once on each device. */
export function FolderSection({ sync, view }: FolderSectionProps) {
  const t = useT('sync')
  const format = useFormat()
  const { folder } = view
  const choose = () =>
    sync.chooseFolder().catch(() => {
      toasts.show({ text: t('folder.notChosen') })
    })
  return (
    <section className={styles['part']} aria-labelledby="folder-heading">
      <h3 id="folder-heading">{t('folder.title')}</h3>
      <p className={styles['quiet']}>{t('folder.text')}</p>
      {!sync.canFolder && <p className={styles['quiet']}>{t('folder.unsupported')}</p>}
      {folder && (
        <p data-folder={folder.failure ?? 'used'}>
          {t('folder.used', { name: folder.name })}
          {folder.lastRead !== undefined && `, ${t('folder.read', { time: format.ago(folder.lastRead) })}`}
        </p>
      )}
      {folder?.failure && <Banner tone="warn">{t(`folder.failures.${folder.failure}`)}</Banner>}
      {sync.canFolder && (
        <div className={styles['ways']}>
          {folder?.failure === 'permissionLost' && (
            <Button onClick={() => void sync.renewFolder().catch((error: unknown) => reportError(error))}>
              {t('folder.allow')}
            </Button>
          )}
          <Button icon={HardDrive} onClick={() => void choose()}>
            {folder ? t('folder.other') : t('folder.choose')}
          </Button>
          {folder && (
            <Button onClick={() => void sync.forgetFolder().catch((error: unknown) => reportError(error))}>
              {t('folder.forget')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
