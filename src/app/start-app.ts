import { currentLanguage } from '../i18n/language.ts'
import { trustOwnScripts } from '../pwa/trusted-scripts.ts'
import { applyAppearance } from './apply-appearance.ts'
import { BrowserWorkspaces } from './browser-workspaces.ts'
import { registration } from './registration.ts'

/** Language, then the last workspace, then the first paint. Only after it keys for meetings, and the service worker. */
export const startApp = async (): Promise<void> => {
  applyAppearance()
  trustOwnScripts()
  const language = currentLanguage()
  // The scripts were read in this task; the data are opened in the next, so that neither is long.
  await globalThis.scheduler?.yield?.()
  const workspaces = new BrowserWorkspaces()
  const opening = workspaces.openLast()
  // Everything with React in it is a piece of its own: it is fetched and read while the data are being opened.
  const { loadFirstMessages, mountApp, preloadScreen, anticipateTeam } = await import('./mount-app.tsx')
  const [address = ''] = location.hash.slice(1).split('?')
  preloadScreen(address)
  const messages = await loadFirstMessages(language)
  await opening
  const root = document.getElementById('root')
  if (!root) return
  anticipateTeam(workspaces, address)
  mountApp(root, { language, messages }, workspaces)
  setTimeout(() => void afterwards(workspaces), 1500)
}

/** What nobody waits for. */
const afterwards = async (workspaces: BrowserWorkspaces): Promise<void> => {
  const [{ listenForMeetings }, { keepHouse }] = await Promise.all([
    import('./meeting-keys.ts'),
    import('./keep-house.ts'),
  ])
  listenForMeetings()
  keepHouse(workspaces)
  if (!import.meta.env.PROD) return
  const { registerApp } = await import('../pwa/register.ts')
  registration.set(registerApp())
}
