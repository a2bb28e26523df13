import { Dexie, type PromiseExtended, type Table } from 'dexie'
import type { RecordBase, DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { EntryKind, EntryRef } from '../journal/header.ts'
import type { DeviceKeys } from '../journal/keys.ts'
import type { Settled } from '../workspace/journal-port.ts'
import type { Activity, Heads, SaveFailure } from '../workspace/ports.ts'
import { listeningFactory } from './listening-factory.ts'
import { namesOf } from './names.ts'

/** One sealed entry as it travels, and beside it what finds it again. `device` is its id in hexadecimal. */
export type EntryRow = Readonly<{
  document: DocumentName
  device: string
  seq: number
  kind: EntryKind
  stamp: number
  hash: Bytes
  bytes: Bytes
  /** False where members have taken out what its update rests on: it stays in its chain, and is not part of the document. */
  counts?: false
}>

/** The newest entry of one device in one document. */
export type HeadRow = Readonly<{
  document: DocumentName
  device: string
  ref: EntryRef
  stamp: number
  /** Yjs clock behind the newest journalled struct, by client id. */
  clocks: Readonly<Record<number, number>>
  /** Other devices' heads that this device's entries have named as causes. */
  seen: Heads
  /** The first entry of the chain that is here; 1 when absent. */
  first?: number
  /** Clocks over all its entries, where some of them do not count. */
  written?: Readonly<Record<number, number>>
  /** It has named a cause that members have taken out. */
  restsOnCut?: true
}>

/** Up to where the document copy and the local checkpoint reach. Each says so itself too; this is for deciding when the next is due. */
export type CoveredRow = Readonly<{
  document: DocumentName
  copy: Heads
  checkpoint: Heads
  /** The document began here with a checkpoint of a colleague: up to these heads there are no entries. */
  begins?: Heads
  /** How often the document was folded otherwise here; caches from before are void. 0 when absent. */
  folds?: number
}>

/** The state of a document at some heads, kept in case its copy breaks. */
export type CheckpointRow = Readonly<{
  document: DocumentName
  heads: Heads
  state: Bytes
  hash: Bytes
  /** What the document began with, as a colleague has sealed it; for those who begin here. */
  entries?: readonly Bytes[]
}>

export type RecordRow = Readonly<{ type: string; id: string; document: DocumentName; record: RecordBase }>
export type ClockRow = Readonly<{ document: DocumentName; version: number; heads: Heads }>
/** Records as JSON text: read three times faster than as objects. Part 0 has no records; it tells of the others. */
export type PictureRow = Readonly<{
  document: DocumentName
  part: number
  records: string
  parts: number
  version: number
  heads: Heads
  folds?: number
}>

export type KeyRow =
  Readonly<{ id: 'device'; keys: DeviceKeys; person: string }> | Readonly<{ id: 'root'; wrapped: Bytes }>

export type QuarantineRow = Readonly<{
  document: DocumentName
  device: string
  seq: number
  reason: string
  at: number
  bytes: Bytes
  /** Which device brought it; absent where this device found it itself. */
  from?: string
  /** What a person has decided about it. */
  settled?: Settled
}>
export type SnapshotRow = Readonly<{ name: string; bytes: Bytes }>
/** A photo or file as it travels. `hash` is that of its plain bytes; it is never sent beside them. */
export type BlobRow = Readonly<{ document: DocumentName; hash: string; sealed: Bytes }>
export type BlobFactRow = Readonly<{ document: DocumentName; hash: string; size: number; keptAt: number }>
export type SettingRow = Readonly<{ id: string; value: unknown }>

const currentVersion = 2
/** Milliseconds between two attempts to open a database that the browser has closed. */
const pause = 200

const tables = {
  entries: '[document+device+seq]',
  heads: '[document+device]',
  covered: 'document',
  checkpoints: 'document',
  activity: '++n, record',
  records: '[type+id], type, document',
  clock: 'document',
  pictures: '[document+part]',
  keys: 'id',
  quarantine: '[document+device+seq]',
  snapshots: 'name',
  settings: 'id',
}

/** Since version 2. */
const blobTables = { blobs: '[document+hash]', blobFacts: '[document+hash], hash' }

/** Dexie multiplies versions by ten. */
const isNewer = (nativeVersion: number): boolean => nativeVersion >= (currentVersion + 1) * 10

export type FenceListener = (because: SaveFailure['because']) => void

/**
 * The database of one workspace. Its transactions are strict: complete means on the disk (one flush each, measured).
 * Once a newer version or a deletion knocks, it closes for good. Dexie alone would open again at the next write, and old code would
 * write into a newer schema (measured), or fill a fresh database with entries of a lost workspace.
 */
export class WorkspaceDatabase extends Dexie {
  declare readonly entries: Table<EntryRow, [string, string, number]>
  declare readonly heads: Table<HeadRow, [string, string]>
  declare readonly covered: Table<CoveredRow, string>
  declare readonly checkpoints: Table<CheckpointRow, string>
  declare readonly activity: Table<Activity, number>
  declare readonly records: Table<RecordRow, [string, string]>
  declare readonly clock: Table<ClockRow, string>
  declare readonly pictures: Table<PictureRow, [string, number]>
  declare readonly keys: Table<KeyRow, string>
  declare readonly quarantine: Table<QuarantineRow, [string, string, number]>
  declare readonly snapshots: Table<SnapshotRow, string>
  declare readonly settings: Table<SettingRow, string>
  declare readonly blobs: Table<BlobRow, [string, string]>
  declare readonly blobFacts: Table<BlobFactRow, [string, string]>
  /** Set when nothing may be written any more. */
  fenced: SaveFailure['because'] | undefined
  private founded = false
  private readonly onFence: FenceListener

  constructor(workspace: string, onFence: FenceListener = () => undefined, onBlocked: () => void = () => undefined) {
    super(namesOf(workspace).database, {
      chromeTransactionDurability: 'strict',
      cache: 'disabled',
      indexedDB: listeningFactory({ onClosed: () => void this.openAgain(), isNewer }),
    })
    this.onFence = onFence
    this.version(1).stores(tables)
    this.version(currentVersion).stores(blobTables)
    this.on('versionchange', ({ newVersion }) => {
      this.fence(newVersion === null ? 'storageGone' : 'newerVersion')
      return false
    })
    this.on('blocked', () => {
      onBlocked()
      return false
    })
    this.on('ready', () => this.checkOpened(), true)
  }

  /** From now on an empty database under this name is a lost workspace, not a new one. */
  markFounded(): void {
    this.founded = true
  }

  headsOf(document: DocumentName): PromiseExtended<HeadRow[]> {
    return this.heads.where('[document+device]').between([document, ''], [document, '\uffff']).toArray()
  }

  /** One device's entries behind `seq`, or all devices' when none is named. */
  entriesOf(document: DocumentName, device?: string, seq = 0): PromiseExtended<EntryRow[]> {
    const [from, to] = [device ?? '', device ?? '\uffff']
    return this.entries
      .where('[document+device+seq]')
      .between([document, from, seq + 1], [document, to, Infinity], true, true)
      .toArray()
  }

  /**
   * Looks at once what is left, and does not wait for the next edit to find out. While data are being cleared, the first attempts are
   * turned away (seen); who is turned away again and again has lost the database.
   */
  private async openAgain(attempts = 4): Promise<void> {
    if (!this.founded || this.fenced) return
    try {
      await this.open()
    } catch {
      if (attempts === 0) this.fence('storageGone')
      else setTimeout(() => void this.openAgain(attempts - 1), pause)
    }
  }

  private fence(because: SaveFailure['because']): void {
    if (this.fenced) return
    this.fenced = because
    this.close({ disableAutoOpen: true })
    this.onFence(because)
  }

  /** Runs at each opening, also when Dexie opens again after the browser had closed the connection. */
  private async checkOpened(): Promise<void> {
    if (isNewer(this.backendDB().version)) this.fence('newerVersion')
    else if (this.founded && !(await this.keys.get('device'))) this.fence('storageGone')
    if (this.fenced) throw new Dexie.DatabaseClosedError(this.fenced)
  }
}

/** Which seq each device has reached. */
export const seqsOf = (rows: readonly HeadRow[]): Heads =>
  Object.fromEntries(rows.map(({ device, ref }) => [device, ref.seq]))
