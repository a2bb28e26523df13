import { useT } from '../../i18n/use-t.ts'
import { useDeviceSetting } from '../../parts/device-settings.ts'
import { ShortcutList } from '../../parts/shortcut-list.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './settings.module.css'

/** Single keys can be switched off (WCAG 2.1.4): who dictates or uses a switch would trigger them unawares. */
export function ShortcutsSection() {
  const t = useT('settings')
  const [shortcuts, setShortcuts] = useDeviceSetting('shortcuts')
  return (
    <section aria-labelledby="settings-keys" className={styles['section']}>
      <h2 id="settings-keys">{t('keys.title')}</h2>
      <Checkbox label={t('keys.single')} hint={t('keys.singleHint')} checked={shortcuts} onChange={setShortcuts} />
      <ShortcutList />
    </section>
  )
}
