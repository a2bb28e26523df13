import { RecordDocument } from '../document/record-document.ts'
import { allRecords } from '../domain/records.ts'
import { browserExchange } from '../exchange/browser-exchange.ts'
import { BlobCopies } from '../storage/blob-copies.ts'
import { persistStorage } from '../storage/health.ts'
import { lateStorage } from '../storage/late-storage.ts'
import { lostWorkspaces, readLostSnapshot } from '../storage/lost-workspaces.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import { wipeWorkspace } from '../storage/wipe.ts'
import { archiveOf } from '../workspace/archive.ts'
import type { Backup } from '../workspace/backup-port.ts'
import type { Device, SnapshotInfo, SnapshotReason } from '../workspace/device.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'
import { backupOf, pickBackups } from './keep-backups.ts'

type Early = 'list' | 'known' | 'found' | 'open' | 'rename' | 'persisted' | 'search' | 'backup' | 'joining'
type LateDevice = Omit<Device, Early> & { backup(workspace: Workspace): Backup }

/** What may be asked of this browser once something is painted. */
export const lateDevice = (workspaces: BrowserWorkspaces): LateDevice => {
  const storageOf = ({ id }: Workspace): OpenedStorage => {
    const storage = workspaces.storages.get(id)
    if (!storage) throw new Error('the workspace is not open')
    return storage
  }
  return {
    lost: () => lostWorkspaces(),
    remove: async id => {
      workspaces.going = id
      await workspaces.letGo(id)
      const isGone = (await wipeWorkspace(id)).length === 0
      workspaces.going = undefined
      // What waits for a card belongs to whoever used this device.
      if (isGone && (await workspaces.list()).length === 0) await (await import('../pwa/tray.ts')).takeFromTray()
      return isGone
    },
    health: async workspace => lateStorage(storageOf(workspace).parts).health.check(),
    persist: () => persistStorage(),
    verify: async workspace => workspaces.storages.has(workspace.id) && equalsDisk(workspace, storageOf(workspace)),
    takeSnapshot: async (workspace, reason) =>
      workspaces.storages.has(workspace.id) ? writeSnapshot(workspace, storageOf(workspace), reason) : undefined,
    backup: workspace => backupOf(workspaces, workspace, lateStorage(storageOf(workspace).parts).backups),
    sync: async workspace => (await import('./keep-in-sync.ts')).syncOf(workspace, storageOf(workspace)).sync,
    recovery: async workspace => (await import('./recovery.ts')).recoveryOf(workspace, storageOf(workspace)),
    pickBackups,
    snapshotBlobs: async id => (await BlobCopies.of(id)?.asArchive()) ?? new Map(),
    readSnapshot: async (id, name) => {
      const storage = workspaces.storages.get(id)
      return storage ? lateStorage(storage.parts).snapshots.read(name) : readLostSnapshot(id, name)
    },
  }
}

/** The records as text; photos and files once beside all snapshots. Copies that find no room are made with the next one. */
const writeSnapshot = async (
  workspace: Workspace,
  { parts, blobCopies }: OpenedStorage,
  reason: SnapshotReason,
): Promise<SnapshotInfo> => {
  const archive = await archiveOf(workspace)
  const text = await browserExchange.printArchive(archive)
  const info = await lateStorage(parts).snapshots.write(reason, new TextEncoder().encode(text), Date.now())
  await blobCopies?.follow(archive.blobs ?? new Map()).catch(() => undefined)
  return info
}

/** Every document that has entries, each folded anew from the journal. */
const equalsDisk = async (workspace: Workspace, { ports, parts }: OpenedStorage): Promise<boolean> => {
  await workspace.saving.settled()
  for (const name of await ports.storage.documents()) {
    await workspace.openDocument(name)
    const memory = workspace.opened(name)?.document
    const fresh = new RecordDocument(name, allRecords, Date.now)
    const isEqual = memory !== undefined && (await lateStorage(parts).health.equalsDisk(memory, fresh))
    fresh.destroy()
    if (!isEqual) return false
  }
  return true
}
