import { browserExchange } from '../exchange/browser-exchange.ts'
import type { BackupFolder } from '../storage/backup-folder.ts'
import { archivesIn, type FolderHandle } from '../storage/backup-files.ts'
import { lateStorage } from '../storage/late-storage.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { archiveOf } from '../workspace/archive.ts'
import type { Backup, BackupFile, BackupFinding, BackupMade, ChoosingRefusal } from '../workspace/backup-port.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { BrowserWorkspaces } from './browser-workspaces.ts'

const minute = 60_000

type Picking = { readonly showDirectoryPicker?: (options: object) => Promise<FolderHandle> }

const pick = async (mode: 'read' | 'readwrite'): Promise<Result<FolderHandle, ChoosingRefusal>> => {
  const { showDirectoryPicker } = globalThis as Picking
  if (!showDirectoryPicker) return refuse({ because: 'notSupported', detail: '' })
  try {
    return ok(await showDirectoryPicker.call(globalThis, { id: 'lotse', mode }))
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError'
    return refuse({ because: isCancelled ? 'cancelled' : 'permissionLost', detail: String(error) })
  }
}

/** Lets the person choose a folder and names the archives in it, for a device that has nothing yet; only in a click. */
export const pickBackups = async (): Promise<Result<readonly BackupFile[], ChoosingRefusal>> => {
  const picked = await pick('read')
  if (!picked.ok) return picked
  try {
    return ok(await archivesIn(picked.value))
  } catch (error) {
    return refuse({ because: 'folderGone', detail: String(error) })
  }
}

const writeBackup = async (
  workspaces: BrowserWorkspaces,
  workspace: Workspace,
  folder: BackupFolder,
): Promise<Result<BackupMade, BackupFinding>> => {
  await workspace.saving.settled()
  return folder.write(workspaces.known(workspace.id)?.name ?? '', async seal => {
    const { file } = await browserExchange.packArchive(await archiveOf(workspace), { seal })
    return file
  })
}

/** Joins the backup folder to what screens may ask of it. */
export const backupOf = (workspaces: BrowserWorkspaces, workspace: Workspace, folder: BackupFolder): Backup => ({
  state: () => folder.state(),
  choose: async seal => {
    const picked = await pick('readwrite')
    if (!picked.ok) return picked
    await folder.use(picked.value, seal)
    return ok(await folder.state())
  },
  renew: () => folder.renew(),
  reseal: seal => folder.reseal(seal),
  forget: () => folder.forget(),
  writeNow: () => writeBackup(workspaces, workspace, folder),
  askFor: () => folder.askFor(),
  noteDownload: (bytes, name, sealed) => folder.noteDownload(bytes, name, sealed),
  onChange: listener => folder.onChange(listener),
  list: () => folder.list(),
})

/** A closed sprint asks for a backup, in whichever tab. Out: what ends it. */
const hearClosing = (workspace: Workspace, folder: BackupFolder): (() => void) =>
  workspace.session.subscribe(({ undo }, before) => {
    if (undo?.name === 'closeSprint' && undo.id !== before.undo?.id) void folder.askFor().catch(() => undefined)
  })

/** The leader tab writes the day's archive into the folder, and another one when a sprint was closed in any tab. */
export const keepBackups = (workspaces: BrowserWorkspaces): (() => void) => {
  let stopHearing = (): void => undefined
  const follow = (current: Workspace | undefined): void => {
    stopHearing()
    const storage = current && workspaces.storages.get(current.id)
    stopHearing = current && storage ? hearClosing(current, lateStorage(storage.parts).backups) : () => undefined
  }
  const look = async (): Promise<void> => {
    const { current } = workspaces.state.getState()
    const storage = current && workspaces.storages.get(current.id)
    if (!current || !storage?.leads()) return
    const { backups } = lateStorage(storage.parts)
    if (await backups.isDue()) await writeBackup(workspaces, current, backups)
  }
  follow(workspaces.state.getState().current)
  const stopFollowing = workspaces.state.subscribe(({ current }, before) => {
    if (current !== before.current) follow(current)
  })
  const timer = setInterval(() => void look().catch(() => undefined), minute)
  return () => {
    stopHearing()
    stopFollowing()
    clearInterval(timer)
  }
}
