import type { DocumentName } from '../domain/kernel/record.ts'
import type { DeviceId, Ledger } from '../workspace/journal-port.ts'
import type { Clock } from './clock-port.ts'

type Standing = {
  /** How far the chain is here. */
  here: number
  /** How far others say to have it, and until when that is believed without seeing it. */
  readonly claims: Map<DeviceId, { seq: number; readonly until: number }>
  isForked: boolean
}

type OwnChainParts = Readonly<{
  own: DeviceId
  clock: Pick<Clock, 'steady'>
  /** Milliseconds. */
  patience: number
}>

/**
 * What others know of this device's own chains. A browser profile that was put back to an older state comes back with less than others
 * have of it; until that is taken in again nothing of its own is given away, or it would have two histories. Whoever only says so and
 * brings nothing is not waited for: a member could silence a colleague for good.
 */
export class OwnChain {
  private readonly parts: OwnChainParts
  private readonly documents = new Map<DocumentName, Standing>()

  constructor(parts: OwnChainParts) {
    this.parts = parts
  }

  see(document: DocumentName, { chains }: Ledger): void {
    this.of(document).here = chains.get(this.parts.own)?.head.seq ?? 0
  }

  /** A colleague says to have this much of it. */
  hear(document: DocumentName, colleague: DeviceId, seq: number): void {
    const { claims } = this.of(document)
    const claim = claims.get(colleague)
    if (claim) claim.seq = Math.max(seq, claim.seq)
    else if (seq > this.of(document).here)
      claims.set(colleague, { seq, until: this.parts.clock.steady() + this.parts.patience })
  }

  /** A colleague has another entry for a place that is taken here: this device has two histories. */
  hearOther(document: DocumentName): void {
    this.of(document).isForked = true
  }

  mayGive(document: DocumentName): boolean {
    const { here, claims, isForked } = this.of(document)
    const now = this.parts.clock.steady()
    return !isForked && [...claims.values()].every(({ seq, until }) => seq <= here || until <= now)
  }

  /** It cannot be said any more which history counts: the device has to be admitted anew. */
  get needsNewDevice(): boolean {
    return [...this.documents.values()].some(({ isForked }) => isForked)
  }

  private of(document: DocumentName): Standing {
    const known = this.documents.get(document)
    if (known) return known
    const standing = { here: 0, claims: new Map(), isForked: false }
    this.documents.set(document, standing)
    return standing
  }
}
