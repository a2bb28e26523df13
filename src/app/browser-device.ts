import { RecordDocument } from '../document/record-document.ts'
import { allRecords } from '../domain/records.ts'
import { browserExchange } from '../exchange/browser-exchange.ts'
import { BlobCopies } from '../storage/blob-copies.ts'
import { persistStorage } from '../storage/health.ts'
import { lostWorkspaces, readLostSnapshot } from '../storage/lost-workspaces.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import { wipeWorkspace } from '../storage/wipe.ts'
import { archiveOf } from '../workspace/archive.ts'
import type { Device, SnapshotInfo, SnapshotReason } from '../workspace/device.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'
import { backupOf, pickBackups } from './keep-backups.ts'

/** Joins storage to what screens may ask of this browser. */
export const browserDevice = (workspaces: BrowserWorkspaces): Device => {
  const storageOf = ({ id }: Workspace): OpenedStorage | undefined => workspaces.storages.get(id)
  return {
    list: () => workspaces.list(),
    known: id => workspaces.known(id),
    lost: () => lostWorkspaces(),
    found: options => workspaces.found(options),
    open: id => workspaces.open(id),
    rename: (id, name) => workspaces.rename(id, name),
    remove: async id => {
      await workspaces.letGo(id)
      const isGone = (await wipeWorkspace(id)).length === 0
      // What waits for a card belongs to whoever used this device.
      if (isGone && (await workspaces.list()).length === 0) await (await import('../pwa/tray.ts')).takeFromTray()
      return isGone
    },
    persisted: async () => (await navigator.storage?.persisted?.()) ?? false,
    health: async workspace => {
      const storage = storageOf(workspace)
      if (!storage) throw new Error('the workspace is not open')
      return storage.health.check()
    },
    search: async workspace => (await import('./browser-search.ts')).searchOf(workspace, storageOf(workspace)),
    persist: () => persistStorage(),
    verify: async workspace => {
      const storage = storageOf(workspace)
      return storage !== undefined && equalsDisk(workspace, storage)
    },
    takeSnapshot: async (workspace, reason) => {
      const storage = storageOf(workspace)
      return storage && writeSnapshot(workspace, storage, reason)
    },
    backup: workspace => {
      const storage = storageOf(workspace)
      return storage && backupOf(workspaces, workspace, storage.backups)
    },
    pickBackups,
    snapshotBlobs: async id => (await BlobCopies.of(id)?.asArchive()) ?? new Map(),
    readSnapshot: (id, name) => workspaces.storages.get(id)?.snapshots.read(name) ?? readLostSnapshot(id, name),
  }
}

/** The records as text; photos and files once beside all snapshots. Copies that find no room are made with the next one. */
const writeSnapshot = async (
  workspace: Workspace,
  { snapshots, blobCopies }: OpenedStorage,
  reason: SnapshotReason,
): Promise<SnapshotInfo> => {
  const archive = await archiveOf(workspace)
  const text = await browserExchange.printArchive(archive)
  const info = await snapshots.write(reason, new TextEncoder().encode(text), Date.now())
  await blobCopies?.follow(archive.blobs ?? new Map()).catch(() => undefined)
  return info
}

/** Every document that has entries, each folded anew from the journal. */
const equalsDisk = async (workspace: Workspace, { ports, health }: OpenedStorage): Promise<boolean> => {
  await workspace.saving.settled()
  for (const name of await ports.storage.documents()) {
    await workspace.openDocument(name)
    const memory = workspace.opened(name)?.document
    const fresh = new RecordDocument(name, allRecords, Date.now)
    const isEqual = memory !== undefined && (await health.equalsDisk(memory, fresh))
    fresh.destroy()
    if (!isEqual) return false
  }
  return true
}
