import { useEffect, useRef } from 'react'
import { useAddress } from '../parts/use-address.ts'
import { deviceSettings } from '../parts/device-settings.ts'
import { isTyping } from '../parts/is-typing.ts'
import { useUndo } from '../parts/use-undo.ts'
import { usePlaces } from './use-places.ts'

/** How long after `G` the second key may come. */
const chordTime = 1200

/** Keys that work everywhere: undo, redo, `C` new card, `G` and a letter for a place. None of them while somebody types. */
export const useShortcuts = (): void => {
  const { undo, redo } = useUndo()
  const { navigate, openOverlay } = useAddress()
  const places = usePlaces()
  const chord = useRef(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog:modal')) return
      const key = event.key.toLowerCase()
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (key !== 'z' && key !== 'y') return
        event.preventDefault()
        void (key === 'y' || event.shiftKey ? redo() : undo())
        return
      }
      // Single keys can be switched off (WCAG 2.1.4).
      if (event.altKey || event.metaKey || event.ctrlKey || !deviceSettings().shortcuts) return
      const isSecond = event.timeStamp - chord.current < chordTime
      chord.current = key === 'g' && !isSecond ? event.timeStamp : 0
      const place = isSecond ? places.find(({ shortcut }) => shortcut === key) : undefined
      if (place) navigate(place.href)
      else if (key === 'c' && !isSecond) openOverlay('/new/card')
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo, redo, navigate, openOverlay, places])
}
