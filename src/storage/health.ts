import { digestOf, canonicalDocument } from '../document/canonical.ts'
import type { RecordDocument } from '../document/record-document.ts'
import { timeOf } from '../domain/kernel/stamp.ts'
import type { Health } from '../workspace/device.ts'
import type { SaveFailure } from '../workspace/ports.ts'
import type { Ballast } from './ballast.ts'
import type { BlobStorage } from './blobs.ts'
import type { WorkspaceDatabase } from './database.ts'
import type { FindingLog } from './finding-log.ts'
import type { JournalStorage } from './journal-storage.ts'
import { noise } from './noise.ts'
import { saveFailureOf } from './save-failure.ts'
import type { Snapshots } from './snapshots.ts'
import type { BrowserTabs } from './tabs.ts'

type Parts = Readonly<{
  /** This device's id, in hexadecimal. */
  device: string
  database: WorkspaceDatabase
  storage: JournalStorage
  blobs: BlobStorage
  tabs: BrowserTabs
  ballast: Ballast
  findings: FindingLog
  snapshots: Snapshots
}>

const probeKey = 'probe'
/** As much as a morning's edits. The browser's own estimate does not know of a full disk (measured). */
const probeSize = 256 * 1024

/** Tells how well the workspace is kept on this device. */
export class StorageHealth {
  private readonly parts: Parts

  constructor(parts: Parts) {
    this.parts = parts
  }

  async check(): Promise<Health> {
    const { device, database, blobs, tabs, ballast, findings, snapshots } = this.parts
    const probe = await this.probe()
    if (!probe) await ballast.lay()
    const [persisted, estimate, heads, entries, setAside, kept] = await Promise.all([
      isPersisted(),
      estimateOf(),
      database.heads.toArray(),
      database.entries.count(),
      database.quarantine.count(),
      blobs.list(),
    ])
    const newest = Math.max(0, ...heads.filter(head => head.device === device).map(({ stamp }) => stamp))
    return {
      persisted,
      usage: estimate.usage,
      quota: estimate.quota,
      probe,
      lastSavedAt: newest > 0 ? timeOf(newest) : undefined,
      entries,
      setAside,
      blobs: { count: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) },
      findings: await findings.read(),
      snapshots: await snapshots.list(),
      leading: tabs.leading,
    }
  }

  /** Writes something and takes it away again. Out: why that failed. */
  async probe(): Promise<SaveFailure | undefined> {
    const { database } = this.parts
    try {
      await database.settings.put({ id: probeKey, value: noise(probeSize) })
      await database.settings.delete(probeKey)
      return undefined
    } catch (error) {
      return saveFailureOf(error, database.fenced)
    }
  }

  /**
   * Folds the whole journal anew into `fresh`, an empty document of the same name, and compares it with the one in memory.
   * True when both say the same. What is not saved yet counts as a difference.
   */
  async equalsDisk(memory: RecordDocument, fresh: RecordDocument): Promise<boolean> {
    const { updates } = await this.parts.storage.since(memory.name, {})
    fresh.mergeAll(updates, 'storage')
    const [one, other] = await Promise.all(
      [memory, fresh].map(document => digestOf({ [document.name]: canonicalDocument(document) })),
    )
    return one === other
  }
}

/** Asks the browser not to clear these data by itself. Out: whether it agreed. */
export const persistStorage = async (): Promise<boolean> => {
  try {
    return await navigator.storage.persist()
  } catch {
    return false
  }
}

const isPersisted = async (): Promise<boolean> => {
  try {
    return await navigator.storage.persisted()
  } catch {
    return false
  }
}

const estimateOf = async (): Promise<{ usage: number | undefined; quota: number | undefined }> => {
  try {
    const { usage, quota } = await navigator.storage.estimate()
    return { usage, quota }
  } catch {
    return { usage: undefined, quota: undefined }
  }
}
