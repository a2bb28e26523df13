import { useLanguage } from '../../i18n/i18n-provider.tsx'
import { languages } from '../../i18n/language.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDeviceSetting } from '../../parts/device-settings.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import styles from './settings.module.css'

const themes = ['system', 'light', 'dark', 'contrast'] as const
const densities = ['normal', 'compact'] as const

/** Language, theme, density, and whether method words explain themselves. */
export function AppearanceSection() {
  const t = useT('settings')
  const { language, setLanguage } = useLanguage()
  const [theme, setTheme] = useDeviceSetting('theme')
  const [density, setDensity] = useDeviceSetting('density')
  const [explanations, setExplanations] = useDeviceSetting('explanations')
  return (
    <section aria-labelledby="settings-look" className={styles['section']}>
      <h2 id="settings-look">{t('look')}</h2>
      <div className={styles['groups']}>
        <RadioGroup
          label={t('language')}
          value={language}
          options={languages.map(({ id, name }) => ({ value: id, text: name, lang: id }))}
          onChange={setLanguage}
        />
        <RadioGroup
          label={t('theme')}
          value={theme}
          options={themes.map(value => ({ value, text: t(`themes.${value}`) }))}
          onChange={setTheme}
        />
        <RadioGroup
          label={t('density')}
          value={density}
          options={densities.map(value => ({ value, text: t(`densities.${value}`) }))}
          onChange={setDensity}
        />
      </div>
      <Checkbox
        label={t('explanations')}
        hint={t('explanationsHint')}
        checked={explanations}
        onChange={setExplanations}
      />
    </section>
  )
}
