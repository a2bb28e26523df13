import { createContext, useContext, useSyncExternalStore } from 'react'

/** What the app knows about itself: its version, and whether it can be installed. */
export type AppFacts = Readonly<{
  version: string
  installation: Readonly<{
    get: () => Readonly<{ installed: boolean; way: 'ask' | 'by-hand' | 'none' }>
    subscribe: (listener: () => void) => () => void
    ask: () => Promise<boolean>
  }>
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
