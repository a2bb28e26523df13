import type { Device } from '../workspace/device.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'
import { lateJoining } from './late-joining.ts'
import { lateBackup } from './late-backup.ts'

/** Joins storage to what screens may ask of this browser. What nobody asks before the first paint is fetched when it is asked. */
export const browserDevice = (workspaces: BrowserWorkspaces): Device => {
  const late = async () => (await import('./late-device.ts')).lateDevice(workspaces)
  return {
    list: () => workspaces.list(),
    known: id => workspaces.known(id),
    lost: async () => (await late()).lost(),
    found: options => workspaces.found(options),
    open: id => workspaces.open(id),
    rename: (id, name) => workspaces.rename(id, name),
    remove: async id => (await late()).remove(id),
    persisted: async () => (await navigator.storage?.persisted?.()) ?? false,
    health: async workspace => (await late()).health(workspace),
    search: async workspace =>
      (await import('./browser-search.ts')).searchOf(workspace, workspaces.storages.get(workspace.id)),
    persist: async () => (await late()).persist(),
    verify: async workspace => (await late()).verify(workspace),
    takeSnapshot: async (workspace, reason) => (await late()).takeSnapshot(workspace, reason),
    backup: workspace =>
      workspaces.storages.has(workspace.id) ? lateBackup(async () => (await late()).backup(workspace)) : undefined,
    sync: async workspace => (await late()).sync(workspace),
    joining: lateJoining(workspaces),
    recovery: async workspace => (await late()).recovery(workspace),
    pickBackups: async () => (await late()).pickBackups(),
    snapshotBlobs: async id => (await late()).snapshotBlobs(id),
    readSnapshot: async (id, name) => (await late()).readSnapshot(id, name),
  }
}
