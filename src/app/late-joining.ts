import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Joining, JoiningView } from '../workspace/sync-port.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'

/** Joining, fetched when somebody joins. */
export const lateJoining = (workspaces: BrowserWorkspaces): Joining => {
  const view: StoreApi<JoiningView | undefined> = createStore<JoiningView | undefined>(() => undefined)
  let made: Promise<Omit<Joining, 'view'>> | undefined
  const joining = () => (made ??= import('./join.ts').then(({ joinerOf }) => joinerOf(workspaces, view)))
  return {
    view,
    begin: async code => (await joining()).begin(code),
    answer: async label => (await joining()).answer(label),
    openSheet: async (text, passphrase) => (await joining()).openSheet(text, passphrase),
    putSheetAway: () => void joining().then(one => one.putSheetAway()),
    giveUp: () => void joining().then(one => one.giveUp()),
  }
}
