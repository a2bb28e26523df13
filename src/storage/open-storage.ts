import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex } from '../journal/bytes.ts'
import type { Ports, SaveFailure, StorageFinding } from '../workspace/ports.ts'
import { WorkspaceDatabase } from './database.ts'
import { Identity, type IdentityRefusal } from './identity.ts'
import { JournalStorage, type Pace } from './journal-storage.ts'
import { namesOf } from './names.ts'
import { notesOn } from './notes.ts'
import { DexieReadModel } from './read-model.ts'
import { saveFailureOf } from './save-failure.ts'
import { siftOrphans } from './sift-orphans.ts'
import { BrowserTabs } from './tabs.ts'
import { LocalWriteAhead } from './write-ahead.ts'

export type StorageCallbacks = Readonly<{
  /** Nothing can be written any more in this tab: a newer version is at work, or the workspace was deleted. The app says so and offers to reload. */
  onFence: (because: SaveFailure['because']) => void
  /** An older tab keeps the database from being upgraded; it has to be closed. */
  onBlocked: () => void
  onFinding: (finding: StorageFinding) => void
}>

export type OpenedStorage = Readonly<{
  /** Id and actor, as the workspace wants them. */
  identity: Identity
  database: WorkspaceDatabase
  ports: Pick<Ports, 'storage' | 'writeAhead' | 'tabs' | 'readModel' | 'notes'>
}>

/** The time of its opening stands first, so that tabs sort by age. */
const newTabId = (now: number): string =>
  `${now.toString(36).padStart(9, '0')}-${toHex(crypto.getRandomValues(new Uint8Array(6)))}`

/** Opens the storage of a workspace that this device has founded or joined. Refuses what cannot be opened, with the reason. */
export const openStorage = async (
  workspace: string,
  { onFence, onBlocked, onFinding }: StorageCallbacks,
  { now = Date.now, pace }: Readonly<{ now?: () => number; pace?: Pace }> = {},
): Promise<Result<OpenedStorage, IdentityRefusal>> => {
  const database = new WorkspaceDatabase(workspace, onFence, onBlocked)
  const identity = await openIdentity(database, workspace)
  if (!identity.ok) {
    database.close()
    return identity
  }
  const names = namesOf(workspace)
  const tabs = await BrowserTabs.open(names, newTabId(now()))
  const storage = new JournalStorage(database, identity.value, now, pace)
  const writeAhead = new LocalWriteAhead(names, tabs.id, siftOrphans(database, now, onFinding))
  const readModel = new DexieReadModel(database)
  return ok({
    identity: identity.value,
    database,
    ports: { storage, writeAhead, tabs, readModel, notes: notesOn(database) },
  })
}

const openIdentity = async (
  database: WorkspaceDatabase,
  workspace: string,
): Promise<Result<Identity, IdentityRefusal>> => {
  try {
    return await Identity.open(database, workspace)
  } catch (error) {
    const { because, detail } = saveFailureOf(error, database.fenced)
    return refuse({ because: because === 'newerVersion' ? because : 'workspaceIsGone', detail })
  }
}
