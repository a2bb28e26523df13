import { deviceSettings, onDeviceSettings } from '../parts/device-settings.ts'

const apply = (): void => {
  const { theme, density } = deviceSettings()
  const root = document.documentElement
  const contrast = theme === 'contrast' || (theme === 'system' && matchMedia('(prefers-contrast: more)').matches)
  root.dataset['theme'] = theme === 'contrast' ? 'light' : theme
  root.dataset['density'] = density
  if (contrast) root.dataset['contrast'] = 'more'
  else delete root.dataset['contrast']
}

/** Theme and density stand before the first paint and follow the settings from then on, in every tab. */
export const applyAppearance = (): void => {
  apply()
  onDeviceSettings(apply)
}
