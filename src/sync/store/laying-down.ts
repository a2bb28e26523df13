import type { DocumentName } from '../../domain/kernel/record.ts'
import { ok, type Result } from '../../domain/kernel/result.ts'
import type { Bytes } from '../../journal/bytes.ts'
import { membershipDocument } from '../../journal/header.ts'
import type { Chain, DeviceId, Journal, Ledger, Span } from '../../workspace/journal-port.ts'
import type { Arrivals } from '../arrivals.ts'
import type { Clock } from '../clock-port.ts'
import type { Members } from '../members-port.ts'
import { peekEntry } from '../peek-entry.ts'
import { lotsOf } from './lots.ts'
import { mergeableCovers } from './own-files.ts'
import { coversOf, type Cover } from './picked.ts'
import type { SegmentKeys } from './segment-keys.ts'
import { sealSegment } from './segment.ts'
import type { Shelf } from './shelf.ts'
import type { StoreHabits } from './store-habits.ts'
import type { StoreFailure } from './store.ts'

/** A segment that is ready to be laid down. */
export type Made = Readonly<{ bytes: Bytes; document: DocumentName; covers: readonly Cover[]; entries: number }>

type LayingDownParts = Readonly<{
  own: DeviceId
  /** This device's folder. */
  below: string
  keys: SegmentKeys
  members: Members
  journal: Journal
  arrivals: Pick<Arrivals, 'mayGive'>
  clock: Clock
  habits: StoreHabits
  shelf: Shelf
  put: (made: Made) => Promise<Result<true, StoreFailure>>
}>

const done = ok(true as const)

/**
 * Lays down what the store does not have: this device's own entries at once, in its own folder whatever others have there; entries of
 * others when they do not do it themselves. The log always whole: who opens the newest part of it has all of it.
 */
export class LayingDown {
  private readonly parts: LayingDownParts
  /** How far a chain was laid down: what the journal does not give is not asked for again and again. */
  private readonly tried = new Map<string, number>()
  private readonly lackingSince = new Map<string, number>()

  constructor(parts: LayingDownParts) {
    this.parts = parts
  }

  /** Files are gone from the store: whatever they held is laid down again. */
  forget(): void {
    this.tried.clear()
  }

  /** Stops at the first failure; what is missing then is missing the next time too. */
  async run(): Promise<Result<true, StoreFailure>> {
    const { journal, members, own } = this.parts
    if (members.standing(own) !== 'member') return done
    const log = await this.layLog()
    if (!log.ok) return log
    for (const document of await journal.documents()) {
      if (!members.mayRead(own, document)) continue
      const laid = await this.layDocument(document)
      if (!laid.ok) return laid
    }
    return done
  }

  private async layLog(): Promise<Result<true, StoreFailure>> {
    const ledger = await this.parts.journal.ledger(membershipDocument)
    if (this.lacking(membershipDocument, ledger).length === 0) return done
    const whole = [...ledger.chains].map(([device, { head }]) => ({ device, from: 1, to: head.seq }))
    return this.lay(whole.map(span => ({ ...span, document: membershipDocument })))
  }

  private async layDocument(document: DocumentName): Promise<Result<true, StoreFailure>> {
    const { journal, shelf, below, habits } = this.parts
    const ledger = await journal.ledger(document)
    const lacking = this.lacking(document, ledger)
    if (lacking.some(({ from, first }) => from < first)) {
      const entries = await journal.checkpoint(document)
      const heads = [...ledger.chains].map(([device, { first }]): Cover => [device, 1, Math.max(0, first - 1)])
      const laid = entries ? await this.give(document, entries, heads) : done
      if (!laid.ok) return laid
    }
    const spans = lacking.map(({ device, from, first, to }) => ({ document, device, from: Math.max(from, first), to }))
    const laid = await this.lay(spans)
    const small = mergeableCovers(shelf, below, document, habits)
    if (!laid.ok || small.length === 0) return laid
    return this.lay(small.map(([device, from, to]) => ({ document, device, from, to })))
  }

  /** What is here and not there. `first`: where the journal begins to have it. */
  private lacking(document: DocumentName, { chains }: Ledger) {
    const { shelf, own, below, arrivals } = this.parts
    return [...chains].flatMap(([device, { head, first }]: [DeviceId, Chain]) => {
      const key = `${document}/${device}`
      const from = Math.max(shelf.reach(document, device, device === own ? below : ''), this.tried.get(key) ?? 0) + 1
      if (from > head.seq) this.lackingSince.delete(key)
      const isMine = arrivals.mayGive(document, device) && from <= head.seq
      if (!isMine || (device !== own && !this.isOverdue(key))) return []
      this.tried.set(key, head.seq)
      return [{ device, from, to: head.seq, first }]
    })
  }

  private isOverdue(key: string): boolean {
    const { clock, habits } = this.parts
    const since = this.lackingSince.get(key) ?? clock.steady()
    this.lackingSince.set(key, since)
    return clock.steady() - since >= habits.forwardAfter
  }

  private async lay(spans: readonly Span[]): Promise<Result<true, StoreFailure>> {
    const document = spans[0]?.document
    if (document === undefined) return done
    for await (const entries of lotsOf(this.parts.journal, spans)) {
      const laid = await this.give(document, entries, coversOf(entries.flatMap(entry => peekEntry(entry) ?? [])))
      if (!laid.ok) return laid
    }
    return done
  }

  private async give(
    document: DocumentName,
    entries: readonly Bytes[],
    covers: readonly Cover[],
  ): Promise<Result<true, StoreFailure>> {
    const seal = await this.parts.keys.sealOf(document)
    // A key may still come; what is too large stays so.
    if (!seal) this.tried.clear()
    const made = seal && (await sealSegment({ document, entries }, seal))
    if (!made?.ok) return done
    const laid = await this.parts.put({ bytes: made.value, document, covers, entries: entries.length })
    if (!laid.ok) this.tried.clear()
    return laid
  }
}
