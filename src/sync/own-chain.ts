import type { DocumentName } from '../domain/kernel/record.ts'

type Standing = {
  /** How far the chain is here, how far others have it, how far it was given away in this run. */
  here: number
  known: number
  given: number
  isForked: boolean
}

/**
 * What others know of this device's own chains. A browser profile that was put back to an older state comes back with less than others
 * have of it; until that is taken in again nothing of its own is given away, or it would have two histories.
 */
export class OwnChain {
  /** Others have seen two histories of this device. */
  needsNewDevice = false
  private readonly documents = new Map<DocumentName, Standing>()

  see(document: DocumentName, seq: number): void {
    this.of(document).here = seq
  }

  /** A colleague has this much of it. */
  hear(document: DocumentName, seq: number): void {
    const standing = this.of(document)
    standing.known = Math.max(seq, standing.known)
  }

  /** A colleague has another entry for a place that is taken here. */
  hearOther(document: DocumentName, seq: number): void {
    const standing = this.of(document)
    standing.isForked = true
    if (standing.given >= seq) this.needsNewDevice = true
  }

  /** Entries up to here leave this device. */
  give(document: DocumentName, seq: number): void {
    const standing = this.of(document)
    standing.given = Math.max(seq, standing.given)
  }

  mayGive(document: DocumentName): boolean {
    const { here, known, isForked } = this.of(document)
    return !this.needsNewDevice && !isForked && here >= known
  }

  private of(document: DocumentName): Standing {
    const known = this.documents.get(document)
    if (known) return known
    const standing = { here: 0, known: 0, given: 0, isForked: false }
    this.documents.set(document, standing)
    return standing
  }
}
