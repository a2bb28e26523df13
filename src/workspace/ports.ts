import type { RecordDocument } from '../document/record-document.ts'
import type { Command } from '../domain/kernel/command.ts'
import type { Json } from '../domain/kernel/json.ts'
import type { DocumentName, RecordBase } from '../domain/kernel/record.ts'
import type { AnyRefusal } from '../domain/kernel/result.ts'
import type { AccessHere } from './access-port.ts'
import type { Blobs } from './blob-port.ts'

/** How far a device's entries of a document are known: device id → sequence number. */
export type Heads = Readonly<Record<string, number>>

/** Which command a piece of a change belongs to; a large command is a series of pieces under one id. */
export type CommandLabel = Readonly<{ id: string; name: string }>

/** One line of "who did what": written in the same transaction as the entry it tells of. */
export type Activity = Readonly<{
  document: DocumentName
  /** Type and id of the record; absent when a command touched more than fifty records. */
  record?: string
  command: CommandLabel
  at: number
  by: string
  /** How many records the command touched in this document. */
  records: number
}>

export type Batch = Readonly<{
  document: DocumentName
  /** Yjs updates in the order in which they were made, each within the caps of an entry. */
  updates: readonly Uint8Array[]
  commands: readonly CommandLabel[]
  activity: readonly Activity[]
}>

/** Why something could not be saved; each reason has its sentence and its way out. */
export type SaveFailure = Readonly<{
  because: 'storageFull' | 'storageGone' | 'newerVersion' | 'storageFailed'
  detail: string
}>

export type Appended = Readonly<{ ok: true; heads: Heads }> | Readonly<{ ok: false; failure: SaveFailure }>

export type LoadReport = Readonly<{
  heads: Heads
  /** How often the document was folded otherwise: what was read before the last time has to be read anew. 0 when absent. */
  folds?: number
  /** The entries that were merged behind a copy, if these are all that lie between it and the heads. */
  behind?: Readonly<{ from: Heads; entries: readonly Readonly<{ device: string; seq: number; update: Uint8Array }>[] }>
  /** What had to be mended while loading; each is said in storage health. */
  findings: readonly StorageFinding[]
}>

export type StorageFinding = Readonly<{
  finding:
    | 'copyRebuilt' // the document copy was broken or slow and was folded anew from the journal
    | 'recovered' // the copy or a dead tab held something without an entry; it has been journalled
    | 'entryUnreadable' // an entry cannot be read; it is set aside and counted
    | 'dataLoss' // the browser has emptied the database
    | 'evicted' // the database is gone although the sentinel says it was there
    | 'quotaExceeded'
    | 'clockAhead'
    | 'readModelRebuilt'
  at: number
  document?: DocumentName
  detail?: string
}>

/** A plain picture of a document's records for the first paint, true to exactly the heads it names. */
export type Picture = Readonly<{ records: readonly RecordBase[]; heads: Heads; folds?: number }>

/** The journal and the caches of one workspace on this device. */
export type DocumentStorage = {
  /** Everything this device knows of the document is merged into `into` with origin `storage`. */
  load(document: DocumentName, into: RecordDocument): Promise<LoadReport>
  /** Resolves when the journal's transaction is complete: all of the batch, or nothing. */
  append(batch: Batch): Promise<Appended>
  /** Entries behind `seen`, decoded, in an order in which they can be merged. */
  since(document: DocumentName, seen: Heads): Promise<{ updates: readonly Uint8Array[]; heads: Heads; folds?: number }>
  /** The picture for the first paint, when one fits the covered heads; it may be older than the journal. */
  picture(document: DocumentName): Promise<Picture | undefined>
  /**
   * Leader, when idle: stores the document copy after the journal, then the covered heads, then the picture. Nothing, where the document was
   * folded otherwise since it was read.
   */
  storeCopy(
    document: DocumentName,
    from: RecordDocument,
    records: readonly RecordBase[],
    heads: Heads,
    folds?: number,
  ): Promise<void>
  /** Names of all documents with at least one entry. */
  documents(): Promise<readonly DocumentName[]>
  activity(record: string): Promise<readonly Activity[]>
  /** Whether an entry of this device has written with this Yjs client. */
  wroteHere(document: DocumentName, client: number): Promise<boolean>
  close(): Promise<void>
}

/** A command asked for before the documents it may need were read. */
export type Intent = Readonly<{ command: string; args: Json; documents: readonly DocumentName[] }>

/** Synchronous copies of updates that are not in the journal yet; they survive a tab that dies in the same tick. */
export type WriteAhead = {
  /** Undefined when the update is too large (over 64 KiB) or nothing more fits. */
  keep(document: DocumentName, update: Uint8Array, command: CommandLabel): string | undefined
  release(keys: readonly string[]): void
  /** Copies of tabs that no longer live, oldest first. Adopted by the leader; released by `release`. */
  orphans(): Promise<readonly { key: string; document: DocumentName; update: Uint8Array; command: CommandLabel }[]>
  /** As `keep`, for what cannot be an update yet. */
  keepIntent(intent: Intent): string | undefined
  /** Intents of tabs that no longer live, oldest first. */
  orphanedIntents(): Promise<readonly (Intent & { key: string })[]>
}

export type TabMessage =
  | Readonly<{ kind: 'appended'; document: DocumentName; heads: Heads }>
  | Readonly<{ kind: 'settings' }>
  /** Another tab has ended, in whatever way. Only the leader hears it. */
  | Readonly<{ kind: 'closed' }>

/** The tabs of this workspace in this browser. */
export type Tabs = {
  readonly id: string
  /** Calls back once, when this tab has become the leader; it then stays the leader until it closes. */
  onLead(lead: () => void): void
  announce(message: TabMessage): void
  onMessage(listener: (message: TabMessage) => void): () => void
  close(): void
}

/** The Dexie read model for screens over many teams: a cache, rebuilt whenever it does not fit. */
export type ReadModel = {
  project(document: DocumentName, records: readonly RecordBase[], heads: Heads): Promise<void>
  /** The heads up to which a document is projected; undefined: never, or by another version. */
  projectedHeads(document: DocumentName): Promise<Heads | undefined>
  rebuild(document: DocumentName, records: readonly RecordBase[], heads: Heads): Promise<void>
  ofType(type: string): Promise<readonly RecordBase[]>
  /** How far each document is projected, and whether the journal knows more of it. */
  standing(): Promise<ReadonlyMap<DocumentName, Readonly<{ heads: Heads; isBehind: boolean }>>>
  /** Calls back when any tab has projected something. Out: what ends it. */
  onProjected(listener: () => void): () => void
  /** All records of a document, so many at once. */
  ofDocument(document: DocumentName, atOnce: number): AsyncIterable<readonly RecordBase[]>
}

/** Small things that this device keeps beside the documents, such as which import can be taken back. Plain values only. */
export type Notes = {
  get(key: string): Promise<unknown>
  /** Undefined removes the note. */
  set(key: string, value: unknown): Promise<void>
}

/** The outside world of a workspace, handed in as values; a test hands in plain ones. */
export type Ports = Readonly<{
  now: () => number
  randomBytes: (count: number) => Uint8Array
  /** Random number in [0, 1). */
  jitter: () => number
  /** Runs when the page has nothing better to do. */
  whenIdle: (work: () => void) => void
  storage: DocumentStorage
  writeAhead: WriteAhead
  /** The command of a name; undefined when this version has none. */
  commandNamed: (name: string) => Promise<Command<Json, AnyRefusal> | undefined>
  tabs: Tabs
  readModel: ReadModel
  notes: Notes
  access: AccessHere
  blobs: Blobs
}>
