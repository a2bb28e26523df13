import { BackupFolder } from './backup-folder.ts'
import { StorageHealth } from './health.ts'
import { namesOf } from './names.ts'
import { StoredPast } from './past.ts'
import type { StorageParts } from './open-storage.ts'
import { databaseFiles, hasPrivateFiles, privateFiles } from './snapshot-files.ts'
import { Snapshots } from './snapshots.ts'
import { SyncJournal, type SyncUse } from './sync-journal.ts'

export type LateStorage = Readonly<{
  snapshots: Snapshots
  backups: BackupFolder
  health: StorageHealth
  /** The journal as sync needs it; only in the leading tab. */
  journal: (use: SyncUse) => SyncJournal
  /** The journal as it is read by whoever wants to know what came since. */
  past: StoredPast
}>

const made = new WeakMap<StorageParts, LateStorage>()

/** What an opened storage has beside its journal; nobody needs it before the first paint. The same parts answer the same. */
export const lateStorage = (parts: StorageParts): LateStorage => {
  const known = made.get(parts)
  if (known) return known
  const { workspace, identity, database, storage, tabs, now } = parts
  const files = hasPrivateFiles() ? privateFiles(namesOf(workspace).folder) : databaseFiles(database)
  const snapshots = new Snapshots(files)
  const late = {
    snapshots,
    backups: new BackupFolder({ database, tabs, now }),
    health: new StorageHealth({ ...parts, device: identity.device, snapshots }),
    past: new StoredPast({ database, identity, storage, now }),
    journal: (use: SyncUse) => new SyncJournal({ ...use, database, identity, storage, now }),
  }
  made.set(parts, late)
  return late
}
