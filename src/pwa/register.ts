import { registerSW } from 'virtual:pwa-register'
import { createStatus, type Status } from './status.ts'
import { trustOwnScripts } from './trusted-scripts.ts'

export type AppVersion = Readonly<{
  /** Everything the app needs lies on this device; it starts without a network from now on. */
  offlineReady: boolean
  /** A newer version is stored and waits. Nothing reloads by itself: somebody may be typing. */
  updateReady: boolean
}>

export type Registration = Status<AppVersion> & {
  /** Changes to the new version and reloads this tab; other tabs keep running and keep being told. Save before. */
  readonly apply: () => void
}

const hour = 60 * 60 * 1000

/** A window that stays open for weeks asks for a newer version when it is looked at, at most once an hour. */
const askNowAndThen = (registration: ServiceWorkerRegistration): void => {
  let asked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < hour) return
    asked = Date.now()
    // Offline there is nothing to ask; the next look asks again.
    registration.update().catch(() => undefined)
  })
}

/** Registers the service worker once the app has painted. Where there is none (private windows, http) nothing happens. */
export const registerApp = (): Registration => {
  trustOwnScripts()
  const status = createStatus<AppVersion>({ offlineReady: false, updateReady: false })
  const change = registerSW({
    immediate: true,
    onOfflineReady: () => status.set({ offlineReady: true }),
    onNeedRefresh: () => status.set({ updateReady: true }),
    // Another tab has changed over: this one is told, and reloads when its person asks.
    onNeedReload: () => status.set({ updateReady: true }),
    onRegisteredSW: (_address, registration) => {
      if (registration === undefined) return
      if (registration.active !== null) status.set({ offlineReady: true })
      askNowAndThen(registration)
    },
    onRegisterError: () => undefined,
  })
  const apply = (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    void navigator.serviceWorker.getRegistration().then(registration => {
      if (registration?.waiting === null) location.reload()
      else void change()
    })
  }
  return { get: status.get, subscribe: status.subscribe, apply }
}
