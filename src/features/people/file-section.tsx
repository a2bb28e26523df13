import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { download, fileName } from '../../parts/download.ts'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { Download, Upload } from '../../ui/icons.ts'
import { toasts } from '../../ui/toasts.ts'
import type { Sync } from '../../workspace/sync-port.ts'
import styles from './people.module.css'

/** The last way, which always works: a sealed file that somebody carries. */
export function FileSection({ sync }: { readonly sync: Sync }) {
  const t = useT('sync')
  const format = useFormat()
  const say = (text: string) => toasts.show({ text })
  const pack = async () => {
    const file = await sync.packFile().catch(() => undefined)
    if (file) download(file, `${fileName(t('file.name'), format.today())}.lotse`, file.type)
    else say(t('file.failed'))
  }
  const take = async (file: File) => {
    const taken = await sync.takeFile(file).catch(() => undefined)
    if (!taken) return say(t('refusals.notSaved'))
    return say(taken.ok ? t(`file.${taken.value}`) : t(`file.refusals.${taken.refusal.because}`))
  }
  return (
    <section className={styles['part']} aria-labelledby="file-heading">
      <h3 id="file-heading">{t('file.title')}</h3>
      <p className={styles['quiet']}>{t('file.text')}</p>
      <div className={styles['ways']}>
        <Button icon={Download} onClick={() => void pack()}>
          {t('file.pack')}
        </Button>
        <FileButton icon={Upload} accept=".lotse" label={t('file.field')} onFile={file => void take(file)}>
          {t('file.take')}
        </FileButton>
      </div>
    </section>
  )
}
