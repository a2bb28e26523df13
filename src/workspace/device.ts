import type { BlobHash } from '../domain/attachments/attachment.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { Backup, BackupFile, ChoosingRefusal } from './backup-port.ts'
import type { ArchiveBlob } from './exchange-port.ts'
import type { SaveFailure, StorageFinding } from './ports.ts'
import type { Recovery } from './recovery-port.ts'
import type { Search } from './search-port.ts'
import type { Joining, Sync } from './sync-port.ts'
import type { Workspace } from './workspace.ts'

/** A workspace that lies on this device. */
export type KnownWorkspace = Readonly<{
  id: string
  name: string
  /** The person who works here. */
  person: Readonly<{ id: string; name: string }>
  lastOpenedAt: number
  sample: boolean
}>

export type SnapshotReason = 'hourly' | 'daily' | 'beforeImport' | 'beforeRestore' | 'byHand'

/** A copy of the whole workspace in the browser's private files, apart from the database. */
export type SnapshotInfo = Readonly<{ name: string; at: number; reason: SnapshotReason; bytes: number }>

/** What storage health shows; every line has its sentence. */
export type Health = Readonly<{
  /** The browser has promised not to clear these data by itself. */
  persisted: boolean
  usage: number | undefined
  quota: number | undefined
  /** A trial write; a failure says why nothing more can be saved. */
  probe: SaveFailure | undefined
  lastSavedAt: number | undefined
  entries: number
  setAside: number
  /** Photos and files kept here; bytes before sealing. */
  blobs: Readonly<{ count: number; bytes: number }>
  findings: readonly StorageFinding[]
  snapshots: readonly SnapshotInfo[]
  leading: boolean
}>

/** A workspace that this browser had and whose databases are gone, with the snapshots that are left of it, newest first. */
export type LostWorkspace = Readonly<{
  workspace: string
  name: string
  since: number
  snapshots: readonly SnapshotInfo[]
}>

/** This browser with its workspaces: what screens need that is not in the records. The app joins it to storage. */
export type Device = {
  list(): Promise<readonly KnownWorkspace[]>
  /** What was last read of a workspace that has been opened here, without waiting. */
  known(id: string): KnownWorkspace | undefined
  /** What the browser has emptied and no list knows any more. */
  lost(): Promise<readonly LostWorkspace[]>
  /**
   * Makes a workspace and opens it as the current one. `person` is the founder's name; the founder's id is the workspace's
   * `actor`, and the person record under that id is made by the first command. Who restores an archive names by `personId` who
   * they are in it. Undefined: something in the current one is not saved yet and the person has chosen to stay there.
   */
  found(options: {
    readonly name: string
    readonly person: string
    readonly personId?: string | undefined
    readonly sample?: boolean
  }): Promise<Workspace | undefined>
  /** Opens another workspace of this device and makes it the current one. Undefined: the person stays, as with `found`. */
  open(id: string): Promise<Workspace | undefined>
  rename(id: string, name: string): Promise<void>
  /** Removes a workspace with everything that belongs to it from this device. False: another tab holds something of it; it stays in the list. */
  remove(id: string): Promise<boolean>
  /** Whether the browser has promised not to clear these data by itself. */
  persisted(): Promise<boolean>
  health(workspace: Workspace): Promise<Health>
  /** The search over everything a workspace holds on this device; built when it is asked for the first time. */
  search(workspace: Workspace): Promise<Search>
  /** Asks the browser for lasting storage. Out: whether it agreed. */
  persist(): Promise<boolean>
  /** Reads the workspace anew from disk and compares: true when disk and memory are equal. */
  verify(workspace: Workspace): Promise<boolean>
  takeSnapshot(workspace: Workspace, reason: SnapshotReason): Promise<SnapshotInfo | undefined>
  /** The bytes of a snapshot: an archive as `exchange` prints it, which names photos and files but does not hold them. */
  readSnapshot(workspace: string, name: string): Promise<Uint8Array | undefined>
  /** The photos and files that snapshots of a workspace name, as far as copies of them lie apart from its database. */
  snapshotBlobs(workspace: string): Promise<ReadonlyMap<BlobHash, ArchiveBlob>>
  /** Backups outside the browser; undefined when the workspace is not the open one. */
  backup(workspace: Workspace): Backup | undefined
  /** The other devices of a workspace that is open here. */
  sync(workspace: Workspace): Promise<Sync>
  readonly joining: Joining
  /** The recovery sheet of a workspace that is open here. */
  recovery(workspace: Workspace): Promise<Recovery>
  /** Lets the person choose a folder and names the archives in it, on a device that has nothing yet; only in a click. */
  pickBackups(): Promise<Result<readonly BackupFile[], ChoosingRefusal>>
}
