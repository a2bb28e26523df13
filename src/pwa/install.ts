import { createStatus, type Status } from './status.ts'

/** Chromium's event; not in the DOM types because no other browser has it. */
type InstallEvent = Event & { readonly prompt: () => Promise<{ readonly outcome: 'accepted' | 'dismissed' }> }

export type Installability = Readonly<{
  /** The app runs in a window of its own already. */
  installed: boolean
  /** `ask` opens the browser's dialogue, `by-hand` needs the share menu (iOS), `none` offers nothing. */
  way: 'ask' | 'by-hand' | 'none'
}>

export type Installation = Status<Installability> & {
  /** Opens the browser's own dialogue; true when the person agreed. One event serves one question. */
  readonly ask: () => Promise<boolean>
}

const isInstallEvent = (event: Event): event is InstallEvent => 'prompt' in event

const runsInOwnWindow = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true

const isAppleTouchDevice = (): boolean => /iPhone|iPad|iPod/.test(navigator.userAgent)

/** Keeps the browser's offer to install back until the app's own hint is due. To be called at start: the event comes once. */
export const watchInstallation = (): Installation => {
  const installed = runsInOwnWindow()
  const status = createStatus<Installability>({
    installed,
    way: !installed && isAppleTouchDevice() ? 'by-hand' : 'none',
  })
  let offer: InstallEvent | undefined
  addEventListener('beforeinstallprompt', event => {
    if (!isInstallEvent(event)) return
    event.preventDefault()
    offer = event
    status.set({ way: 'ask' })
  })
  addEventListener('appinstalled', () => status.set({ installed: true, way: 'none' }))
  const ask = async (): Promise<boolean> => {
    const current = offer
    if (current === undefined) return false
    offer = undefined
    status.set({ way: 'none' })
    return (await current.prompt()).outcome === 'accepted'
  }
  return { get: status.get, subscribe: status.subscribe, ask }
}
