import type { DocumentName } from '../domain/kernel/record.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import type { EntryRef } from '../journal/header.ts'
import type { DeviceId, Journal } from '../workspace/journal-port.ts'
import type { Admission, Admitted } from './admission.ts'
import type { EntryCrypto } from './entry-crypto.ts'
import type { Incidents } from './incidents.ts'
import type { Members } from './members-port.ts'
import type { OwnChain } from './own-chain.ts'
import { readCheckpoint } from './read-checkpoint.ts'
import { showsForkOf, type Outcome } from './verdict.ts'

type ArrivalsParts = Readonly<{
  own: DeviceId
  workspace: Bytes
  members: Members
  journal: Journal
  crypto: EntryCrypto
  admission: Admission
  incidents: Incidents
  ownChain: OwnChain
  /** What follows from a batch, wherever it came from. */
  onAdmitted: (document: DocumentName, admitted: Admitted) => Promise<void>
  onBegun: (document: DocumentName) => Promise<void>
}>

/** What comes over no link, but out of a folder or a file, takes the same road as what comes over one. */
export class Arrivals {
  private readonly parts: ArrivalsParts

  constructor(parts: ArrivalsParts) {
    this.parts = parts
  }

  /** Entries of one document. `from`: the device that has laid them down. Nothing is taken of what this device may not read. */
  async receive(document: DocumentName, entries: readonly Bytes[], from: DeviceId): Promise<Admitted> {
    const { own, members, journal, admission, incidents, ownChain, onAdmitted } = this.parts
    if (!members.mayRead(own, document)) return { outcomes: [], taken: [], failure: undefined }
    const admitted = await admission.take(document, entries, from)
    const newest = newestOf(own, admitted.outcomes)
    if (newest > 0) {
      ownChain.hear(document, from, newest)
      ownChain.see(document, await journal.ledger(document))
    }
    if (showsForkOf(own, admitted.outcomes)) ownChain.hearOther(document)
    incidents.note(document, from, admitted.outcomes)
    await onAdmitted(document, admitted)
    return admitted
  }

  /**
   * A checkpoint, in the entries it came in; the document begins with it where nothing of it is here. Out: the heads it stands for;
   * undefined where it is not whole, or nobody vouches for it.
   */
  async begin(
    document: DocumentName,
    entries: readonly Bytes[],
    from: DeviceId,
  ): Promise<readonly EntryRef[] | undefined> {
    const { own, members, journal, onBegun } = this.parts
    if (!members.mayRead(own, document)) return undefined
    const read = await readCheckpoint(entries, { ...this.parts, document, from })
    if (!read.ok) return undefined
    const { chains } = await journal.ledger(document)
    const begun = chains.size === 0 && (await journal.begin(document, read.value, entries)).ok
    if (begun) await onBegun(document)
    return read.value.heads
  }

  /** Whether this device's own chain may be given away: not while others have more of it. */
  mayGive(document: DocumentName, device: DeviceId): boolean {
    return device !== this.parts.own || this.parts.ownChain.mayGive(document)
  }
}

/** The newest entry of a device among what it has signed itself. */
const newestOf = (device: DeviceId, outcomes: readonly Outcome[]): number => {
  const headers = outcomes.flatMap(({ entry }) => (entry ? [entry.header] : []))
  return Math.max(0, ...headers.filter(header => toHex(header.device) === device).map(({ seq }) => seq))
}
