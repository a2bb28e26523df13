import type { DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { EntryRef } from '../journal/header.ts'
import type { Keyring } from '../journal/seal.ts'
import type { DeviceId } from '../workspace/journal-port.ts'

export type Standing = 'member' | 'removed' | 'unknown'

/** The place at which somebody wrote. */
export type WrittenPlace = Readonly<{
  document: DocumentName
  device: DeviceId
  seq: number
  hash: Bytes
  stamp: number
}>
export type WriteAnswer = 'yes' | 'beyond the cut' | 'no grant' | 'unknown device'

/**
 * Who belongs to the workspace, as sync needs to know it. Every answer may be another one after `onChange` has called; until then it is
 * the same.
 */
export type Members = Readonly<{
  standing(device: DeviceId): Standing
  mayWrite(place: WrittenPlace): WriteAnswer
  mayRead(device: DeviceId, document: DocumentName): boolean
  /** Whether a checkpoint of this device is believed: it speaks for entries of others that nobody here has seen. */
  mayVouch(device: DeviceId, document: DocumentName): boolean
  /** The last entry of a device that counts in a document; undefined as long as nothing was taken from it. */
  cut(document: DocumentName, device: DeviceId): Readonly<{ seq: number; hash: Bytes }> | undefined
  /** Whether everything behind this frontier (`header.membership`) is here. */
  knows(frontier: Bytes): boolean
  keyring(): Keyring
  /** The newest entry of each device in the membership log. */
  heads(): readonly EntryRef[]
  /** Brings entries of the log in; what may come later is kept for later. Out: how many were refused for good. Durable when it resolves. */
  take(entries: readonly Bytes[]): Promise<Readonly<{ refused: number }>>
  /** Calls back when the log has grown, whoever wrote. Out: what ends it. */
  onChange(listener: () => void): () => void
}>
