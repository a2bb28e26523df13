import { currentLanguage } from '../i18n/language.ts'
import { loadMessages } from '../i18n/messages.ts'
import { trustOwnScripts } from '../pwa/trusted-scripts.ts'
import { applyAppearance } from './apply-appearance.ts'
import { browserDevice } from './browser-device.ts'
import { BrowserWorkspaces } from './browser-workspaces.ts'
import { keepSnapshots } from './keep-snapshots.ts'
import { registration } from './registration.ts'
import { preloadScreen } from './preload-screen.ts'

/** Language, then the last workspace, then the first paint. Only after it the service worker. */
export const startApp = async (): Promise<void> => {
  applyAppearance()
  trustOwnScripts()
  const language = currentLanguage()
  const workspaces = new BrowserWorkspaces()
  const opening = workspaces.openLast()
  const mounting = import('./mount-app.tsx')
  preloadScreen(location.hash.slice(1))
  const messages = await loadMessages(language)
  await opening
  const root = document.getElementById('root')
  if (!root) return
  const { mountApp } = await mounting
  mountApp(root, { language, messages }, workspaces)
  keepSnapshots(workspaces, browserDevice(workspaces))
  if (import.meta.env.PROD) setTimeout(() => void registerLater(), 1500)
}

const registerLater = async (): Promise<void> => {
  const { registerApp } = await import('../pwa/register.ts')
  registration.set(registerApp())
}
