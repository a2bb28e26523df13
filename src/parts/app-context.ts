import { createContext, useContext, useSyncExternalStore } from 'react'

/** What another app, the camera or the clipboard has given; it waits until a person has said which card it belongs to. */
export type SharedThing = Readonly<{
  id: string
  title: string
  text: string
  /** An address that came beside the text. */
  url: string
  files: readonly File[]
}>

/** What waits on this device, the oldest first; it outlasts the page. */
export type Tray = Readonly<{
  list: () => Promise<readonly SharedThing[]>
  put: (thing: Omit<SharedThing, 'id'>) => Promise<void>
  take: (id: string) => Promise<void>
}>

/** What the app knows about itself: its version, whether it can be installed, what was shared with it. */
export type AppFacts = Readonly<{
  version: string
  installation: Readonly<{
    get: () => Readonly<{ installed: boolean; way: 'ask' | 'by-hand' | 'none' }>
    subscribe: (listener: () => void) => () => void
    ask: () => Promise<boolean>
  }>
  tray: Tray
}>

export const AppContext = createContext<AppFacts | undefined>(undefined)

export const useApp = (): AppFacts => {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp needs the app above')
  return app
}

export const useInstallation = () => {
  const { installation } = useApp()
  return { ...useSyncExternalStore(installation.subscribe, installation.get), ask: installation.ask }
}
