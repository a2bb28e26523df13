import { useEffect, useRef } from 'react'
import { deviceSettings } from '../parts/device-settings.ts'
import { isTyping } from '../parts/is-typing.ts'
import { bringKeys, isSingle, keyOf, pressed, type Keys } from '../parts/shortcuts.ts'
import { places } from './places.ts'
import { slices } from './slices.ts'

/** How long after the first of two keys the second may come. */
const chordTime = 1200

/** Keys that work everywhere: of the frame, of places, of slices. */
const everywhere: Keys = {
  palette: 'mod+k',
  undo: 'mod+z',
  redo: 'mod+y',
  ...Object.fromEntries(places.flatMap(({ label, shortcut }) => (shortcut ? [[`go.${label}`, shortcut]] : []))),
  ...Object.assign({}, ...slices.map(({ keys }) => keys)),
}
bringKeys(Object.assign({}, everywhere, ...slices.map(({ localKeys }) => localKeys)))

/** As other programs have it, beside the one that is listed. */
const aliases: Keys = { 'mod+shift+z': 'redo' }

const idOf = (keys: string): string | undefined =>
  Object.keys(everywhere).find(id => keyOf(id) === keys) ?? aliases[keys]

/** Keys that work everywhere, none of them while somebody types but for those with Ctrl. `run` is given the id of what is wanted. */
export const useShortcuts = (run: (id: string) => void): void => {
  const chord = useRef({ keys: '', at: -Infinity })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, isComposing, timeStamp, target } = event
      if (event.defaultPrevented || isComposing || /^(Control|Shift|Alt|Meta|AltGraph)$/.test(key)) return
      if (event.getModifierState('AltGraph') || document.querySelector('dialog:modal')) return
      const keys = pressed(event)
      const { keys: first, at } = chord.current
      chord.current = { keys, at: timeStamp }
      const id = (timeStamp - at < chordTime ? idOf(`${first} ${keys}`) : undefined) ?? idOf(keys)
      if (id === undefined || (isSingle(keys) && !deviceSettings().shortcuts)) return
      // In a field the browser's own undo is meant.
      if (isTyping(target) && (isSingle(keys) || id === 'undo' || id === 'redo')) return
      chord.current = { keys: '', at: -Infinity }
      event.preventDefault()
      run(id)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [run])
}
