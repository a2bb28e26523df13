import { useT } from '../../i18n/use-t.ts'
import { useApp, useInstallation } from '../../parts/app-context.ts'
import { Button } from '../../ui/button.tsx'
import styles from './settings.module.css'

/** The version, and how Lotse becomes an app of its own on this device. */
export function AboutSection() {
  const t = useT('settings')
  const { version } = useApp()
  const { installed, way, ask } = useInstallation()
  return (
    <section aria-labelledby="settings-about" className={styles['section']}>
      <h2 id="settings-about">{t('about.title')}</h2>
      <p>{t('about.version', { version })}</p>
      {installed && <p>{t('about.installed')}</p>}
      {way === 'by-hand' && <p>{t('about.byHand')}</p>}
      {way === 'ask' && (
        <>
          <p>{t('about.reason')}</p>
          <Button onClick={() => void ask()}>{t('about.install')}</Button>
        </>
      )}
    </section>
  )
}
