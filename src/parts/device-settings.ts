import { useCallback, useSyncExternalStore } from 'react'

/** Choices that belong to this device and to nobody else; they are there before the first paint. */
export type DeviceSettings = Readonly<{
  theme: 'system' | 'light' | 'dark' | 'contrast'
  density: 'normal' | 'compact'
  sidebarCollapsed: boolean
  shortcuts: boolean
  /** Method words are underlined and explain themselves. */
  explanations: boolean
  /** Whether the system tells that others have changed something, and how much of it. */
  notices: 'off' | 'count' | 'titles'
  /** Keys given to offers in place of those they came with, by the offer's id; empty: none. */
  keys: Readonly<Record<string, string>>
}>

const defaults: DeviceSettings = {
  theme: 'system',
  density: 'normal',
  sidebarCollapsed: false,
  shortcuts: true,
  explanations: true,
  notices: 'off',
  keys: {},
}
const key = 'lotse:device'
const listeners = new Set<() => void>()
let known: { readonly text: string | null; readonly settings: DeviceSettings } = { text: null, settings: defaults }

const stored = (): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const parse = (text: string | null): DeviceSettings => {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' ? { ...defaults, ...value } : defaults
  } catch {
    return defaults
  }
}

export const deviceSettings = (): DeviceSettings => {
  const text = stored()
  if (text !== known.text) known = { text, settings: parse(text) }
  return known.settings
}

export const changeDeviceSettings = (part: Partial<DeviceSettings>): void => {
  const settings = { ...deviceSettings(), ...part }
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
    known = { text: null, settings }
  }
  for (const listener of listeners) listener()
}

/** Told of changes here and in other tabs. */
export const onDeviceSettings = (listener: () => void): (() => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export const useDeviceSetting = <Name extends keyof DeviceSettings>(
  name: Name,
): readonly [DeviceSettings[Name], (value: DeviceSettings[Name]) => void] => {
  const value = useSyncExternalStore(onDeviceSettings, () => deviceSettings()[name])
  const change = useCallback(
    (next: DeviceSettings[Name]) => changeDeviceSettings({ [name]: next } as Partial<DeviceSettings>),
    [name],
  )
  return [value, change]
}
