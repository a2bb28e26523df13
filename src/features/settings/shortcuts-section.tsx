import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { deviceSettings, useDeviceSetting } from '../../parts/device-settings.ts'
import { useKeyWords } from '../../parts/key-words.ts'
import { FixedKeys } from '../../parts/shortcut-list.tsx'
import { broughtKeys, keyOf } from '../../parts/shortcuts.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { KeyDialog } from './key-dialog.tsx'
import styles from './settings.module.css'
import { useOfferNames } from '../../parts/use-offer-names.ts'

/**
 * Every key can be changed or taken away, and all single ones be switched off at once (WCAG 2.1.4): who dictates or uses a switch would
 * trigger them unawares.
 */
export function ShortcutsSection() {
  const t = useT('settings')
  const [areOn, setOn] = useDeviceSetting('shortcuts')
  const [chosen, setChosen] = useDeviceSetting('keys')
  const [asked, ask] = useState<string>()
  const reset = () => {
    setChosen({})
    announce(t('keys.areReset'))
  }
  return (
    <section aria-labelledby="settings-keys" className={styles['section']}>
      <h2 id="settings-keys">{t('keys.title')}</h2>
      <Checkbox label={t('keys.single')} hint={t('keys.singleHint')} checked={areOn} onChange={setOn} />
      <ul className={styles['rows']}>
        {Object.keys(broughtKeys()).map(id => (
          <KeyRow key={id} id={id} onChange={() => ask(id)} />
        ))}
      </ul>
      {Object.keys(chosen).length > 0 && <Button onClick={reset}>{t('keys.reset')}</Button>}
      <p className={styles['note']}>{t('keys.fixed')}</p>
      <FixedKeys />
      {asked !== undefined && (
        <KeyDialog
          id={asked}
          onClose={() => ask(undefined)}
          onChoose={keys => setChosen({ ...deviceSettings().keys, [asked]: keys })}
        />
      )}
    </section>
  )
}

function KeyRow({ id, onChange }: { readonly id: string; readonly onChange: () => void }) {
  const t = useT('settings')
  const name = useOfferNames()(id)
  const keys = useKeyWords()(keyOf(id))
  return (
    <li className={styles['row']} data-key-of={id}>
      <span className={styles['words']}>{name}</span>
      {keys === undefined ? <span className={styles['note']}>{t('keys.none')}</span> : <Kbd>{keys}</Kbd>}
      <Button size="small" variant="plain" aria-label={t('keys.changeNamed', { name })} onClick={onChange}>
        {t('keys.change')}
      </Button>
    </li>
  )
}
