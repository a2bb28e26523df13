import { useT } from '../../i18n/use-t.ts'
import { useDeviceSetting } from '../../parts/device-settings.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './settings.module.css'

const lines = ['new', 'place', 'undo', 'redo', 'card', 'move', 'open', 'close'] as const

/** Single keys can be switched off (WCAG 2.1.4): who dictates or uses a switch would trigger them unawares. */
export function ShortcutsSection() {
  const t = useT('settings')
  const [shortcuts, setShortcuts] = useDeviceSetting('shortcuts')
  return (
    <section aria-labelledby="settings-keys" className={styles['section']}>
      <h2 id="settings-keys">{t('keys.title')}</h2>
      <Checkbox label={t('keys.single')} hint={t('keys.singleHint')} checked={shortcuts} onChange={setShortcuts} />
      <dl className={styles['keys']}>
        {lines.map(line => (
          <div key={line}>
            <dt>
              <Kbd>{t(`keys.${line}.keys`)}</Kbd>
            </dt>
            <dd>{t(`keys.${line}.does`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
