import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex } from '../journal/bytes.ts'
import type { AccessHere } from '../workspace/access-port.ts'
import type { Ports, SaveFailure, StorageFinding } from '../workspace/ports.ts'
import { Ballast } from './ballast.ts'
import { BlobCopies } from './blob-copies.ts'
import { BlobStorage } from './blobs.ts'
import { WorkspaceDatabase } from './database.ts'
import { FindingLog } from './finding-log.ts'
import { Identity, type IdentityRefusal } from './identity.ts'
import { JournalStorage, type Pace } from './journal-storage.ts'
import { heardDataLoss } from './listening-factory.ts'
import { namesOf } from './names.ts'
import { notesOn } from './notes.ts'
import { DexieReadModel } from './read-model.ts'
import { saveFailureOf } from './save-failure.ts'
import { sentinelOf } from './sentinel.ts'
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
  ports: Pick<Ports, 'storage' | 'writeAhead' | 'tabs' | 'readModel' | 'notes' | 'blobs' | 'access'>
  /** Where the browser has private files. */
  blobCopies: BlobCopies | undefined
  /** Whether this tab does the housework. */
  leads: () => boolean
  /** What `lateStorage` makes the rest of. */
  parts: StorageParts
}>

export type StorageParts = Readonly<{
  workspace: string
  identity: Identity
  database: WorkspaceDatabase
  storage: JournalStorage
  blobs: BlobStorage
  tabs: BrowserTabs
  ballast: Ballast
  findings: FindingLog
  now: () => number
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
  const log = new FindingLog(workspace)
  const found = (findings: readonly StorageFinding[], from?: 'load' | 'append'): void => {
    // A list of findings that cannot be written must not hold up what was found.
    void log.note(findings).catch(() => undefined)
    if (from !== 'load') for (const finding of findings) onFinding(finding)
  }
  const names = namesOf(workspace)
  const [opened, tabs] = await Promise.all([
    openIdentity(database, workspace),
    BrowserTabs.open(names, newTabId(now())),
  ])
  if (!opened.ok) {
    tabs.close()
    await leaveUnopened(database, workspace, now(), found)
    return opened
  }
  const identity = opened.value
  const ballast = new Ballast(database)
  const storage = new JournalStorage({ database, identity, ballast, now, report: found, pace })
  const writeAhead = new LocalWriteAhead(
    names,
    tabs.id,
    siftOrphans(database, now, finding => found([finding])),
  )
  const readModel = new DexieReadModel(database)
  const blobCopies = BlobCopies.of(workspace)
  const blobs = new BlobStorage({ database, identity, now, copies: blobCopies })
  const access: AccessHere = {
    of: document => identity.accessTo(document, now()),
    look: () => identity.refresh(),
    onChange: listener => identity.onMembership(listener),
  }
  const ports = { storage, writeAhead, tabs, readModel, notes: notesOn(database), blobs, access }
  const parts = { workspace, identity, database, storage, blobs, tabs, ballast, findings: log, now }
  return ok({ identity, database, ports, blobCopies, leads: () => tabs.leading, parts })
}

const openIdentity = async (
  database: WorkspaceDatabase,
  workspace: string,
): Promise<Result<Identity, IdentityRefusal>> => {
  try {
    return await Identity.open(database, workspace)
  } catch (error) {
    const { because, detail } = saveFailureOf(error, database.fenced)
    return refuse({ because: because === 'newerVersion' ? because : 'storageFailed', detail })
  }
}

/** An empty database where the sentinel says one stood was emptied by the browser. It is not left behind as if it were a workspace. */
const leaveUnopened = async (
  database: WorkspaceDatabase,
  workspace: string,
  at: number,
  found: (findings: readonly StorageFinding[]) => void,
): Promise<void> => {
  const isEmpty = database.isOpen() && (await database.keys.count()) === 0 && (await database.entries.count()) === 0
  if (!isEmpty) return database.close()
  if (sentinelOf(workspace)) found([{ finding: heardDataLoss() ? 'dataLoss' : 'evicted', at }])
  await database.delete()
}
