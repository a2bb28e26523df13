import { splitAddress } from '../parts/addresses.ts'
import { isBeamerNow, isForBeamer, setBeamer } from '../parts/beamer.ts'
import { deviceSettings } from '../parts/device-settings.ts'
import { isTyping } from '../parts/is-typing.ts'
import { goToPaper } from '../parts/paper/paper-address.ts'

/** What lies open is closed by Esc first. */
const isSomethingOpen = (): boolean =>
  document.querySelector('dialog[open], [role=menu], [role=listbox], [role=dialog]') !== null

const address = (): string => location.hash.slice(1).split('?')[0] ?? ''

/** The card that lies open is printed, or the place; never from within a dialog that holds something typed. */
const toPaper = (): boolean => {
  const isCard = splitAddress(address()).tail.startsWith('/c/')
  return (isCard || !isSomethingOpen()) && goToPaper({ printNow: true })
}

const act = (key: string, isShift: boolean): boolean => {
  if (isSomethingOpen() || !isForBeamer(address())) return false
  // Single keys can be switched off (WCAG 2.1.4).
  if (key === 'b' && isShift && deviceSettings().shortcuts) setBeamer(!isBeamerNow())
  else if (key === 'escape' && isBeamerNow()) setBeamer(false)
  else return false
  return true
}

const onKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.altKey || isTyping(event.target)) return
  const key = event.key.toLowerCase()
  const isCommand = event.ctrlKey || event.metaKey
  if (isCommand ? key === 'p' && !event.shiftKey && toPaper() : act(key, event.shiftKey)) event.preventDefault()
}

/** Keys for paper and meeting: Strg+P prints, Umschalt+B shows the place large, Esc ends that. They come after the first paint. */
export const listenForMeetings = (): void => document.addEventListener('keydown', onKey)
