import type { DocumentName } from '../domain/kernel/record.ts'
import type { DeviceId, Ledger } from '../workspace/journal-port.ts'

type Standing = {
  /** How far the chain is here, and how far others have it. */
  here: number
  known: number
  isForked: boolean
}

/**
 * What others know of this device's own chains. A browser profile that was put back to an older state comes back with less than others
 * have of it; until that is taken in again nothing of its own is given away, or it would have two histories.
 */
export class OwnChain {
  private readonly own: DeviceId
  private readonly documents = new Map<DocumentName, Standing>()

  constructor(own: DeviceId) {
    this.own = own
  }

  see(document: DocumentName, { chains }: Ledger): void {
    this.of(document).here = chains.get(this.own)?.head.seq ?? 0
  }

  /** A colleague has this much of it. */
  hear(document: DocumentName, seq: number): void {
    const standing = this.of(document)
    standing.known = Math.max(seq, standing.known)
  }

  /** A colleague has another entry for a place that is taken here: this device has two histories. */
  hearOther(document: DocumentName): void {
    this.of(document).isForked = true
  }

  mayGive(document: DocumentName): boolean {
    const { here, known, isForked } = this.of(document)
    return !isForked && here >= known
  }

  /** It cannot be said any more which history counts: the device has to be admitted anew. */
  get needsNewDevice(): boolean {
    return [...this.documents.values()].some(({ isForked }) => isForked)
  }

  private of(document: DocumentName): Standing {
    const known = this.documents.get(document)
    if (known) return known
    const standing = { here: 0, known: 0, isForked: false }
    this.documents.set(document, standing)
    return standing
  }
}
