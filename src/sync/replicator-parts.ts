import type { DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { DeviceId, Journal } from '../workspace/journal-port.ts'
import type { Heads } from '../workspace/ports.ts'
import type { Clock } from './clock-port.ts'
import type { EntryCrypto } from './entry-crypto.ts'
import type { Habits } from './habits.ts'
import type { Checks } from './judge.ts'
import type { Limits } from './limits.ts'
import type { Members } from './members-port.ts'
import type { Message } from './messages.ts'
import type { Authenticated } from './session.ts'

/** What a device brings with it to sync. */
export type ReplicatorParts = Readonly<{
  /** This device. */
  own: DeviceId
  /** SHA-256 of the workspace's root public key. */
  workspace: Bytes
  members: Members
  journal: Journal
  crypto: EntryCrypto
  clock: Clock
  habits?: Habits
  checks?: Checks
  limits?: Limits
  /** Entries of other devices are in the journal now: open documents pull them. */
  onTaken?: (document: DocumentName, heads: Heads) => void
  /** A document that is open here, or its copy, differs from what the journal gives: it has to be read anew. */
  onStale?: (document: DocumentName) => void
  /** Messages about blobs, meeting and presence: types 11 to 16. */
  onMessage?: (peer: Authenticated['peer'], message: Message) => void
}>
