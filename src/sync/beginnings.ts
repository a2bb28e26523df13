import type { DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import { decodeEntry } from '../journal/entry.ts'
import type { Clock } from './clock-port.ts'
import type { EntryCrypto } from './entry-crypto.ts'
import { FirstSyncs, worthCheckpoint } from './first-syncs.ts'
import type { Habits } from './habits.ts'
import type { DeviceId, Journal } from '../workspace/journal-port.ts'
import { limits } from './limits.ts'
import type { Members } from './members-port.ts'
import { encodeMessage, type Message } from './messages.ts'
import type { Answer } from './outbox.ts'
import type { KnownHead } from './peer-knowledge.ts'
import { readCheckpoint } from './read-checkpoint.ts'
import type { Session } from './session.ts'

type BeginningsParts = Readonly<{
  workspace: Bytes
  members: Members
  journal: Journal
  crypto: EntryCrypto
  clock: Clock
  habits: Habits
}>

/** Whether a checkpoint saves anything, or is the only way because some entries are nowhere any more. */
const isWorthIt = (chains: ReadonlyMap<DeviceId, KnownHead>): boolean => {
  const heads = [...chains.values()]
  return heads.some(({ first }) => first > 1) || heads.reduce((sum, { seq }) => sum + seq, 0) > worthCheckpoint
}

/** How a document begins on a device that has nothing of it: with a checkpoint of somebody whose word counts, or else entry by entry. */
export class Beginnings {
  readonly syncs = new FirstSyncs()
  private readonly parts: BeginningsParts

  constructor(parts: BeginningsParts) {
    this.parts = parts
  }

  /** Nothing is here of a document that these devices have. Out: whether to wait for a checkpoint before entries are asked for. */
  begin(document: DocumentName, sessions: readonly Session[]): boolean {
    this.syncs.begin(document)
    if (this.syncs.isAsking(document)) return true
    const able = sessions.filter(({ knowledge }) => isWorthIt(knowledge.chains(document)))
    const next = this.syncs.next(
      document,
      able.map(({ peer }) => peer.device),
    )
    const session = able.find(({ peer }) => peer.device === next)
    if (!session) return false
    this.syncs.ask(document, session.peer.device, this.patience())
    session.say({ type: 'checkpoint want', document })
    return true
  }

  /** Gives a checkpoint to a device that has asked for one, part by part, or says that there is none. */
  async answer(session: Session, { document }: Message<'checkpoint want'>): Promise<void> {
    if (!session.mayRead(document)) return
    const entries = (await this.parts.journal.checkpoint(document)) ?? []
    session.outbox.answer(answerCheckpoint(document, entries, () => session.mayRead(document)))
  }

  /** Parts of a checkpoint that was asked for. Out: whether the way it was to begin is decided now. */
  async take(session: Session, { document, entries }: Message<'checkpoint'>): Promise<boolean> {
    const { peer } = session
    const added = this.syncs.add(document, peer.device, entries, this.patience())
    if (!added.ok) {
      if (added.refusal === 'none') this.syncs.settle(document)
      return added.refusal === 'none'
    }
    const [first] = added.value
    const looked = first && decodeEntry(first)
    if (looked?.ok && added.value.length < (looked.value.header.command?.parts ?? 0)) return false
    const read = await readCheckpoint(added.value, { ...this.parts, document, from: peer.device })
    if (read.ok) await this.parts.journal.begin(document, read.value, added.value)
    this.syncs.settle(document)
    return true
  }

  private patience(): number {
    return this.parts.clock.steady() + this.parts.habits.askPatience
  }
}

const answerCheckpoint = (document: DocumentName, entries: readonly Bytes[], may: () => boolean): Answer => {
  let [open, isDone] = [entries, false]
  return async () => {
    if (isDone || !may()) return undefined
    const batch = batchOf(open)
    open = open.slice(batch.length)
    isDone = open.length === 0
    return encodeMessage({ type: 'checkpoint', document, entries: batch })
  }
}

const batchOf = (entries: readonly Bytes[]): readonly Bytes[] => {
  let bytes = 0
  const end = entries.findIndex(({ length }) => (bytes += length) > limits.batchBytes)
  return end < 0 ? entries : entries.slice(0, Math.max(1, end))
}
