import type { Result } from '../domain/kernel/result.ts'
import type { ArchiveSeal } from './exchange-port.ts'

/** Why nothing could be written into the backup folder, or read from it. Nothing was lost then: what lay there lies there still. */
export type BackupFinding = Readonly<{
  because:
    | 'folderNotChosen'
    /** The browser asks anew after a restart: `renew`, in a click. */
    | 'permissionLost'
    | 'folderGone'
    | 'folderReadOnly'
    | 'folderFull'
    /** Another tab writes. */
    | 'notLeading'
    | 'backupFailed'
  detail: string
}>

/** Why no folder was chosen. */
export type ChoosingRefusal = BackupFinding | Readonly<{ because: 'notSupported' | 'cancelled'; detail: string }>

/** A backup that was made. `at`: milliseconds UTC; `bytes` of the file. */
export type BackupMade = Readonly<{
  at: number
  name: string
  where: 'folder' | 'download'
  bytes: number
  sealed: boolean
}>

/** An archive that lies in a folder. `at`: when the file was written, milliseconds UTC. */
export type BackupFile = Readonly<{
  name: string
  at: number
  bytes: number
  sealed: boolean
  open: () => Promise<File>
}>

export type BackupState = Readonly<{
  /** Whether this browser can write into a folder. */
  supported: boolean
  folder: Readonly<{ name: string; sealed: boolean; permission: PermissionState }> | undefined
  last: BackupMade | undefined
  /** What stood in the way at the last attempt. */
  trouble: BackupFinding | undefined
  /** Saved changes since the last backup, counted as entries of the journal. */
  changes: number
  /** No folder keeps the backups, and the last download is seven days or fifty changes old. */
  isReminderDue: boolean
}>

/** Backups outside the browser, of one workspace. */
export type Backup = {
  state(): Promise<BackupState>
  /** Lets the person choose a folder; only in a click. `seal`: what archives in it are sealed with, see `exchange.makeSeal`. */
  choose(seal: ArchiveSeal | undefined): Promise<Result<BackupState, ChoosingRefusal>>
  /** Asks the browser for the folder again; only in a click. Out: whether it may be written. */
  renew(): Promise<boolean>
  /** From now on archives in the chosen folder are sealed with it, or with nothing; those that lie there stay as they are. */
  reseal(seal: ArchiveSeal | undefined): Promise<void>
  /** The folder is not written any more; what lies in it stays. */
  forget(): Promise<void>
  /** Writes today's archive now. Refuses in a tab that does not lead. */
  writeNow(): Promise<Result<BackupMade, BackupFinding>>
  /** The leader tab writes within a minute, whichever tab asks: at the close of a sprint. */
  askFor(): Promise<void>
  /** A backup was handed out as a file. */
  noteDownload(bytes: number, name: string, sealed: boolean): Promise<void>
  /** Calls back whenever this tab has written, chosen, given up or failed. Out: ends it. */
  onChange(listener: () => void): () => void
  /** The archives in the folder, the newest first, of whichever workspace. */
  list(): Promise<Result<readonly BackupFile[], BackupFinding>>
}
