import { browserDevice } from './browser-device.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'
import { keepBackups } from './keep-backups.ts'
import { keepSnapshots } from './keep-snapshots.ts'

/** What goes on beside all screens as long as the page lives. */
export const keepHouse = (workspaces: BrowserWorkspaces): void => {
  keepSnapshots(workspaces, browserDevice(workspaces))
  keepBackups(workspaces)
}
