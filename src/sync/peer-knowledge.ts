import type { DocumentName } from '../domain/kernel/record.ts'
import { equalBytes, toHex, type Bytes } from '../journal/bytes.ts'
import type { EntryRef } from '../journal/header.ts'
import type { Cut } from '../journal/membership-cuts.ts'
import type { DeviceId, Ledger } from '../workspace/journal-port.ts'
import type { DocumentHeads } from './messages.ts'
import type { Outcome } from './verdict.ts'

/** How far a device's chain is known at the other end. */
export type KnownHead = Readonly<{ seq: number; first: number; hash: Bytes }>
type Chains = Map<DeviceId, KnownHead>

const nothing: ReadonlyMap<DeviceId, KnownHead> = new Map()

/** What the device at the other end has, as it has said so or shown by what it sent. */
export class PeerKnowledge {
  /** Whether it has said anything at all. */
  hasSpoken = false
  private readonly documents = new Map<DocumentName, Chains>()
  private readonly others = new Set<string>()

  get names(): readonly DocumentName[] {
    return [...this.documents.keys()]
  }

  chains(document: DocumentName): ReadonlyMap<DeviceId, KnownHead> {
    return this.documents.get(document) ?? nothing
  }

  /** Out: the documents that were spoken of. */
  hear(documents: readonly DocumentHeads[]): readonly DocumentName[] {
    this.hasSpoken = true
    for (const { document, heads } of documents) {
      const chains = this.open(document)
      for (const { device, seq, hash, first } of heads) chains.set(toHex(device), { seq, hash, first })
    }
    return documents.map(({ document }) => document)
  }

  /** It has what it brought, and what those entries name as causes. */
  learn(document: DocumentName, outcomes: readonly Outcome[]): void {
    for (const { entry, verdict } of outcomes) {
      if (!entry || verdict.outcome === 'refused') continue
      const { device, seq, deps } = entry.header
      if (verdict.outcome === 'fork') this.distrust(document, toHex(device))
      else for (const ref of [{ device, seq, hash: entry.hash }, ...deps]) this.atLeast(document, ref)
    }
  }

  /** It has the same log, and takes out what lies beyond the cuts. */
  cut(document: DocumentName, cutOf: (device: DeviceId) => Cut | undefined): void {
    const chains = this.documents.get(document)
    for (const [device, known] of chains ?? []) {
      const cut = cutOf(device)
      if (cut) this.others.delete(`${document}/${device}`)
      if (!cut || cut.seq >= known.seq) continue
      if (cut.seq === 0) chains?.delete(device)
      else chains?.set(device, { ...known, seq: cut.seq, hash: cut.hash })
    }
  }

  /** It was sent this entry. Should it be lost on the way, its next `have` says so. */
  gave(document: DocumentName, ref: EntryRef): void {
    this.atLeast(document, ref)
  }

  /** It has another history of this device than is here; until members have decided nothing of that one is asked of it. */
  distrust(document: DocumentName, device: DeviceId): void {
    this.others.add(`${document}/${device}`)
  }

  /** What may be asked of it. */
  trusted(document: DocumentName): ReadonlyMap<DeviceId, KnownHead> {
    if (this.others.size === 0) return this.chains(document)
    return new Map([...this.chains(document)].filter(([device]) => !this.others.has(`${document}/${device}`)))
  }

  /** Members may have decided. */
  trustAgain(): void {
    this.others.clear()
  }

  /** Whether it has exactly what is here. */
  equals(document: DocumentName, { chains }: Ledger): boolean {
    const known = this.chains(document)
    return (
      known.size === chains.size &&
      [...chains].every(([device, { head }]) => {
        const other = known.get(device)
        return other?.seq === head.seq && equalBytes(other.hash, head.hash)
      })
    )
  }

  private atLeast(document: DocumentName, { device, seq, hash }: EntryRef): void {
    const chains = this.open(document)
    const known = chains.get(toHex(device))
    if (known && known.seq >= seq) return
    chains.set(toHex(device), { seq, hash, first: known?.first ?? 1 })
  }

  private open(document: DocumentName): Chains {
    const chains = this.documents.get(document) ?? new Map<DeviceId, KnownHead>()
    this.documents.set(document, chains)
    return chains
  }
}
