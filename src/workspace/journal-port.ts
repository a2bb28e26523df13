import type { DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { Checkpoint } from '../journal/checkpoint.ts'
import type { EntryHeader, EntryRef } from '../journal/header.ts'
import type { Heads, SaveFailure } from './ports.ts'

/** A device's id, in hexadecimal: keys of maps and rows. */
export type DeviceId = string

/** One device's chain in one document, as far as it is here. */
export type Chain = Readonly<{
  head: EntryRef
  /** The first entry that can be given to others; one behind the head where a checkpoint stands for all of them. */
  first: number
  /** Of the head: hybrid logical clock. */
  stamp: number
  /** Yjs clock behind the newest struct that counts, by client id. */
  clocks: ReadonlyMap<number, number>
  /** The same over all entries of the chain, those that do not count too (see `counting.ts`). */
  written: ReadonlyMap<number, number>
  /** Up to which entry of other devices this chain has named causes. */
  seen: Heads
  /** It has named a cause that members have taken out since: what is missing to it will not come any more. */
  restsOnCut: boolean
}>

export type Ledger = Readonly<{
  chains: ReadonlyMap<DeviceId, Chain>
  /** Chains of which an entry was refused for good, with its place: nothing from there on is taken. */
  ended: ReadonlyMap<DeviceId, number>
}>

/** Which entry each device has reached. */
export const headsOf = ({ chains }: Ledger): Heads =>
  Object.fromEntries([...chains].map(([device, { head }]) => [device, head.seq]))

/** A place in a document: which entry of which device. */
export type Place = Readonly<{ device: DeviceId; seq: number }>
export const placeKey = ({ device, seq }: Place): string => `${device}/${seq}`

/** Entries of one device in one document that are asked of the journal, both ends counted. */
export type Span = Readonly<{ document: DocumentName; device: DeviceId; from: number; to: number }>

/** An entry that has passed every check. */
export type AdmittedEntry = Readonly<{
  bytes: Bytes
  hash: Bytes
  header: EntryHeader
  /** What was sealed in it; a journal keeps the bytes, and may keep this open. */
  plaintext: Bytes
  /** Its update becomes part of the document. */
  counts: boolean
  restsOnCut: boolean
  /** Yjs clock behind what each of its clients wrote. */
  clocks: ReadonlyMap<number, number>
}>

/** What a person has decided about something that was set aside. */
export type Settled = 'adopted' | 'dropped'

/** What was refused for good, with whoever brought it. */
export type SetAside = Readonly<{
  document: DocumentName
  device: DeviceId
  seq: number
  reason: string
  bytes: Bytes
  from: DeviceId
  /** Absent as long as nobody has decided. */
  settled?: Settled
}>

/** An entry as it lies in the journal, opened. */
export type LyingEntry = Readonly<{
  device: DeviceId
  seq: number
  hash: Bytes
  header: EntryHeader
  update: Uint8Array
  counts: boolean
}>

/** All that lies here of a document. `begins`: the chains as they were where it began with a checkpoint. */
export type Lying = Readonly<{ entries: readonly LyingEntry[]; begins: ReadonlyMap<DeviceId, Chain> }>

/** What of a document is to stand otherwise than it does. */
export type Refold = Readonly<{
  /** The chains it was worked out from. */
  from: ReadonlyMap<DeviceId, Chain>
  /** Entries that do not count any more as entries of their chain: they are set aside. */
  out: readonly Place[]
  /** Entries that become part of the document, or are no part of it any more. */
  counts: readonly (Place & Readonly<{ counts: boolean }>)[]
  /** All chains, as they are then. */
  chains: ReadonlyMap<DeviceId, Chain>
}>

/** Where somebody wrote. */
export type WrittenAt = Place & Readonly<{ document: DocumentName; hash: Bytes; stamp: number }>

/** By whose word the entries of a document stand. `forkOf`: where a device is known to have two histories here, the first place that differs. */
export type Bench = Readonly<{
  document: DocumentName
  mayWrite: (place: WrittenAt) => string
  cut: (document: DocumentName, device: DeviceId) => Readonly<{ seq: number; hash: Bytes }> | undefined
  forkOf: (device: DeviceId) => number | undefined
}>

/** Why an entry was set aside that is whole, and which members may still let count. */
export const beyondTheCut = 'beyond the cut'
/** An own entry that stays in its chain and does not count, because it rests on what members have taken out. It lies beside as well. */
export const onWhatWasCut = 'rests on what was cut'

export type Kept = Readonly<{ ok: true }> | Readonly<{ ok: false; failure: SaveFailure }>

/** The journal as sync needs it. What resolves is durable; what is asked for is read from what is durable. */
export type Journal = Readonly<{
  /** Documents with at least one entry or checkpoint, without the membership log. */
  documents(): Promise<readonly DocumentName[]>
  ledger(document: DocumentName): Promise<Ledger>
  /** Hashes of entries that are here, by `placeKey`. */
  hashes(document: DocumentName, places: readonly Place[]): Promise<ReadonlyMap<string, Bytes>>
  /** What is here of the spans, oldest stamp first, and where there is more than `bytes` the rest of it is left out. At least one entry. */
  entries(spans: readonly Span[], bytes: number): Promise<readonly Bytes[]>
  /**
   * All of them with the chains behind them, or nothing. `chains`: those that have moved. `isStill`: asked when nothing can come between any
   * more; where what they were judged by does not hold any longer, nothing is appended.
   */
  append(
    document: DocumentName,
    entries: readonly AdmittedEntry[],
    chains: ReadonlyMap<DeviceId, Chain>,
    isStill: () => boolean,
  ): Promise<Kept>
  /**
   * Brings the entries of a document to where they have to stand (`refold.ts`), all of them or none; also none where a chain has moved meanwhile, or
   * not everything can be read. Caches of the document are void from then on. `isChanged`: whether anything was to be done.
   */
  refold(bench: Bench): Promise<Kept & Readonly<{ isChanged?: boolean }>>
  /** Everything that was set aside, in the order of chains; of one document, or of all and the membership log. */
  aside(document?: DocumentName): Promise<readonly SetAside[]>
  /** Remembers what was decided about it; undefined: it is open again. */
  settle(document: DocumentName, places: readonly Place[], how: Settled | undefined): Promise<void>
  /** Forgets what was set aside at these places. */
  letGo(document: DocumentName, places: readonly Place[]): Promise<void>
  /** Sets aside what was refused; what stands there already stays. */
  setAside(rows: readonly SetAside[]): Promise<void>
  /** SHA-256 of the canonical projection. Undefined when the document is not at these heads any more. `afresh`: folded anew from the journal. */
  digest(document: DocumentName, heads: Heads, afresh: boolean): Promise<Bytes | undefined>
  /** The entries of the newest checkpoint that can be given; undefined where there is none, and entries have to do. */
  checkpoint(document: DocumentName): Promise<readonly Bytes[] | undefined>
  /** A document of which nothing is here begins with this checkpoint; `entries` are what it came in. */
  begin(document: DocumentName, checkpoint: Checkpoint, entries: readonly Bytes[]): Promise<Kept>
}>

/** Of every document that is here. */
export const allLedgers = async (
  journal: Pick<Journal, 'documents' | 'ledger'>,
): Promise<ReadonlyMap<DocumentName, Ledger>> => {
  const names = await journal.documents()
  return new Map(await Promise.all(names.map(async name => [name, await journal.ledger(name)] as const)))
}
