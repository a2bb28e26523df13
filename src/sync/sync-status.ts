import type { Day } from '../domain/kernel/day.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { SaveFailure } from '../workspace/ports.ts'
import type { Split } from './digests.ts'
import type { DeviceId } from '../workspace/journal-port.ts'

export type PeerStatus = Readonly<{
  device: DeviceId
  person: string
  isLinked: boolean
  /** In Europe/Berlin. A day and nothing finer: nobody's presence is kept. */
  lastContact: Day
  /** Entries it has that are not here. */
  missing: number
  /** Entries that are here and which it has not said to have; undefined when it has said nothing in this run. */
  behind: number | undefined
}>

/** A document that is fetched for the first time. Counted in entries; `of` may still grow. */
export type FirstSyncStatus = Readonly<{ document: DocumentName; done: number; of: number; isCancelled: boolean }>

/** A device has signed two entries for one place. Hashes of both: whoever holds the entries can show them to everybody. */
export type Fork = Readonly<{ document: DocumentName; device: DeviceId; seq: number; proof: readonly [Bytes, Bytes] }>

/** An entry that was set aside, and who brought it. */
export type RefusedEntry = Readonly<{
  document: DocumentName
  device: DeviceId
  seq: number
  because: string
  from: DeviceId
}>

/** Two devices have claimed one Yjs client id; until members have decided, what `device` writes with it waits. */
export type ClaimConflict = Readonly<{ document: DocumentName; device: DeviceId; seq: number }>

export type SyncStatus = Readonly<{
  peers: readonly PeerStatus[]
  firstSyncs: readonly FirstSyncStatus[]
  /** Entries that wait for what they rest on. */
  held: Readonly<{ entries: number; bytes: number }>
  refused: readonly RefusedEntry[]
  forks: readonly Fork[]
  conflicts: readonly ClaimConflict[]
  splits: readonly Split[]
  /** This device has gone on from an older state of itself, and others have seen both: it has to be admitted anew. */
  needsNewDevice: boolean
  /** Why nothing could be taken in lately. */
  failure: SaveFailure | undefined
}>
