import { useLanguage } from '../../i18n/i18n-provider.tsx'
import { languages } from '../../i18n/language.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDeviceSetting } from '../../parts/device-settings.ts'
import { Languages, Moon, Palette, Sun } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './start.module.css'

const themeIcons = { system: Palette, light: Sun, dark: Moon, contrast: Palette }

/** Help, language and theme in the corner: what one may need before reading on. */
export function PageChoices() {
  const t = useT('start')
  const { language, setLanguage } = useLanguage()
  const [theme, setTheme] = useDeviceSetting('theme')
  return (
    <div className={styles['corner']}>
      <LinkButton href="#/help" variant="plain">
        {t('help')}
      </LinkButton>
      <MenuButton
        label={t('language')}
        text={languages.find(({ id }) => id === language)?.name}
        icon={Languages}
        variant="plain"
        placement="bottom-end"
        entries={languages.map(({ id, name }) => ({
          id,
          text: name,
          lang: id,
          checked: id === language,
          onSelect: () => setLanguage(id),
        }))}
      />
      <MenuButton
        label={t('theme')}
        icon={themeIcons[theme]}
        placement="bottom-end"
        entries={(['system', 'light', 'dark', 'contrast'] as const).map(id => ({
          id,
          text: t(`themes.${id}`),
          checked: id === theme,
          onSelect: () => setTheme(id),
        }))}
      />
    </div>
  )
}
