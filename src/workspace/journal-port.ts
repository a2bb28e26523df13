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

/** What was refused for good, with whoever brought it. */
export type SetAside = Readonly<{
  document: DocumentName
  device: DeviceId
  seq: number
  reason: string
  bytes: Bytes
  from: DeviceId
}>

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
  /** All of them with the chains behind them, or nothing. `chains`: those that have moved. */
  append(document: DocumentName, entries: readonly AdmittedEntry[], chains: ReadonlyMap<DeviceId, Chain>): Promise<Kept>
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
