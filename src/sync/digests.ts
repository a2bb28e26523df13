import type { DocumentName } from '../domain/kernel/record.ts'
import { compareBytes, equalBytes } from '../journal/bytes.ts'
import type { EntryRef } from '../journal/header.ts'
import type { Run } from './background.ts'
import type { Clock } from './clock-port.ts'
import type { Habits } from './habits.ts'
import { headsOf, type DeviceId, type Journal, type Ledger } from '../workspace/journal-port.ts'
import type { Message } from './messages.ts'
import type { Session } from './session.ts'

/** Equal heads and different content: one of two devices has a document that its journal does not give. */
export type Split = Readonly<{ document: DocumentName; peer: DeviceId }>

type DigestParts = Readonly<{
  clock: Clock
  habits: Habits
  journal: Pick<Journal, 'digest'>
  ledger: (document: DocumentName) => Promise<Ledger>
  run: Run
  onChange: () => void
  /** What is open here, or its copy, differs from what the journal gives: it has to be read anew. */
  onStale: (document: DocumentName) => void
}>

const refsOf = ({ chains }: Ledger): readonly EntryRef[] =>
  [...chains.values()].map(({ head }) => head).sort((a, b) => compareBytes(a.device, b.device))

const areSame = (refs: readonly EntryRef[], others: readonly EntryRef[]): boolean =>
  refs.length === others.length &&
  refs.every((ref, index) => {
    const other = others[index]
    return other?.seq === ref.seq && equalBytes(other.hash, ref.hash) && equalBytes(other.device, ref.device)
  })

/**
 * When two devices have the same entries, they compare what their documents say. State vectors cannot tell this: two contents may share
 * one (measured). Who differs folds its document anew from the journal, and only if that does not help a split is told.
 */
export class Digests {
  private readonly parts: DigestParts
  private readonly due = new Set<string>()
  private readonly lastAt = new Map<string, number>()
  private readonly splits = new Map<string, Split>()

  constructor(parts: DigestParts) {
    this.parts = parts
  }

  get found(): readonly Split[] {
    return [...this.splits.values()]
  }

  /** Both have the same heads: what they say of the content is compared when it has been quiet for a moment. */
  isEqual(session: Session, document: DocumentName): void {
    const key = `${session.peer.device}/${document}`
    if (this.due.has(key)) return
    const { clock, habits } = this.parts
    const wait = Math.max(habits.digestAfter, (this.lastAt.get(key) ?? -Infinity) + habits.digestEvery - clock.steady())
    this.due.add(key)
    clock.after(wait * (1 + clock.jitter() / 2), () => {
      this.due.delete(key)
      void this.parts.run(this.tell(session, document, key))
    })
  }

  /** The other side has told its digest. */
  async hear(session: Session, { document, heads, digest }: Message<'digest'>): Promise<void> {
    const ledger = await this.parts.ledger(document)
    if (!areSame(refsOf(ledger), heads)) return
    const own = await this.parts.journal.digest(document, headsOf(ledger), false)
    if (!own) return
    if (equalBytes(own, digest)) return this.note(session, document, false)
    const anew = await this.parts.journal.digest(document, headsOf(ledger), true)
    if (!anew) return
    const isSplit = !equalBytes(anew, digest)
    if (!equalBytes(anew, own)) {
      // The other side has to hear when it was this one that was wrong.
      session.say({ type: 'digest', document, heads: refsOf(ledger), digest: anew })
      this.parts.onStale(document)
    }
    this.note(session, document, isSplit)
  }

  /** What is found with a device is forgotten with its link: the next one looks again. */
  drop(session: Session): void {
    for (const [key, { peer }] of this.splits) if (peer === session.peer.device) this.splits.delete(key)
  }

  private async tell(session: Session, document: DocumentName, key: string): Promise<void> {
    const ledger = await this.parts.ledger(document)
    if (!session.mayRead(document) || !session.knowledge.equals(document, ledger)) return
    const digest = await this.parts.journal.digest(document, headsOf(ledger), false)
    if (!digest || !session.mayRead(document)) return
    this.lastAt.set(key, this.parts.clock.steady())
    session.say({ type: 'digest', document, heads: refsOf(ledger), digest })
  }

  private note(session: Session, document: DocumentName, isSplit: boolean): void {
    const key = `${session.peer.device}/${document}`
    const wasSplit = this.splits.delete(key)
    if (isSplit) this.splits.set(key, { document, peer: session.peer.device })
    if (isSplit !== wasSplit) this.parts.onChange()
  }
}
