import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from '../i18n/i18n-provider.tsx'
import type { Language } from '../i18n/language.ts'
import type { Messages } from '../i18n/messages.ts'
import { App } from './app.tsx'
import type { BrowserWorkspaces } from './browser-workspaces.ts'

export { loadFirstMessages } from '../i18n/messages.ts'
export { anticipateTeam } from './anticipate-team.ts'
export { preloadScreen } from './preload-screen.ts'

type Initial = { readonly language: Language; readonly messages: Messages }

/** React begins here. */
export const mountApp = (root: HTMLElement, initial: Initial, workspaces: BrowserWorkspaces): void => {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider initial={initial}>
        <App workspaces={workspaces} />
      </I18nProvider>
    </StrictMode>,
  )
}
