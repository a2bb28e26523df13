import { deviceSettings } from './device-settings.ts'

/** Keys by the id of what they do. */
export type Keys = Readonly<Record<string, string>>

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * What was pressed as it is written down: `c`, `/`, `shift+b`, `mod+k`. Ctrl and, on a Mac, Cmd are both `mod`. Signs that need the
 * shift key on some keyboard and not on another are what they are.
 */
export const pressed = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string => {
  const small = key.toLowerCase()
  const isShifted = shiftKey && small !== key.toUpperCase()
  return `${ctrlKey || metaKey ? 'mod+' : ''}${altKey ? 'alt+' : ''}${isShifted ? 'shift+' : ''}${small}`
}

/** Whether a key is pressed without Ctrl, Alt or Cmd: such keys can be switched off all at once (WCAG 2.1.4). */
export const isSingle = (keys: string): boolean => !/^(mod|alt)\+/.test(keys)

let own: Keys = {}

/** The keys all slices bring along; the app joins them. */
export const bringKeys = (keys: Keys): void => {
  own = keys
}
export const broughtKeys = (): Keys => own

/** The key of one thing to do: the person's own choice, else the one it came with. Empty: none. */
export const keyOf = (id: string): string => deviceSettings().keys[id] ?? own[id] ?? ''

/** Whether an event is the key of something, with single keys switched on. */
export const isKeyOf = (event: Pressed, id: string): boolean => {
  const keys = keyOf(id)
  return keys !== '' && pressed(event) === keys && (deviceSettings().shortcuts || !isSingle(keys))
}

/** A single key as a tooltip shows it. */
export const keySign = (id: string): string | undefined => keyOf(id).toUpperCase() || undefined
