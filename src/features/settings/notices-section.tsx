import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useDeviceSetting, type DeviceSettings } from '../../parts/device-settings.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import styles from './settings.module.css'

type Notices = DeviceSettings['notices']
const choices = ['off', 'count', 'titles'] as const satisfies readonly Notices[]

/** Only in a click: the browser asks once, and remembers the answer. */
const isAllowed = async (): Promise<boolean> =>
  'Notification' in window &&
  (Notification.permission === 'granted' || (await Notification.requestPermission()) === 'granted')

/** Whether the system says that others have changed something, and how much of it: others may look at this screen, too. */
export function NoticesSection() {
  const t = useT('settings')
  const [notices, setNotices] = useDeviceSetting('notices')
  const [isRefused, setRefused] = useState(false)
  const choose = async (wanted: Notices) => {
    const may = wanted === 'off' || (await isAllowed())
    setRefused(!may)
    if (may) setNotices(wanted)
  }
  return (
    <section aria-labelledby="settings-notices" className={styles['section']}>
      <h2 id="settings-notices">{t('notices.title')}</h2>
      <p className={styles['note']}>{t('notices.text')}</p>
      <RadioGroup
        label={t('notices.label')}
        value={notices}
        options={choices.map(value => ({ value, text: t(`notices.choices.${value}`) }))}
        onChange={value => void choose(value)}
      />
      {isRefused && (
        <p role="alert" className={styles['note']}>
          {t('notices.refused')}
        </p>
      )}
    </section>
  )
}
