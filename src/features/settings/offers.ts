import { useT } from '../../i18n/use-t.ts'
import { useDeviceSetting } from '../../parts/device-settings.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { Keyboard, Monitor, Moon, Palette, SlidersHorizontal, Sun } from '../../ui/icons.ts'

const themes = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
  { value: 'contrast', icon: Palette },
] as const
const densities = ['normal', 'compact'] as const

/** Look and keys; what is chosen already is not offered. */
const useSettingsOffers: UseOffers = () => {
  const [t, words] = [useT('commands'), useT('settings')]
  const [theme, setTheme] = useDeviceSetting('theme')
  const [density, setDensity] = useDeviceSetting('density')
  const [areOn, setOn] = useDeviceSetting('shortcuts')
  return [
    ...themes
      .filter(({ value }) => value !== theme)
      .map(({ value, icon }): Offer => ({
        id: `theme.${value}`,
        text: t('theme', { name: words(`themes.${value}`) }),
        icon,
        group: 'view',
        run: () => setTheme(value),
      })),
    ...densities
      .filter(value => value !== density)
      .map((value): Offer => ({
        id: `density.${value}`,
        text: t('density', { name: words(`densities.${value}`) }),
        icon: SlidersHorizontal,
        group: 'view',
        run: () => setDensity(value),
      })),
    {
      id: 'keys.single',
      text: areOn ? t('singleKeysOff') : t('singleKeysOn'),
      icon: Keyboard,
      group: 'app',
      run: () => setOn(!areOn),
    },
  ]
}
export default useSettingsOffers
