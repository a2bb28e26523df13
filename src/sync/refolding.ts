import type { DocumentName } from '../domain/kernel/record.ts'
import type { SaveFailure } from '../workspace/ports.ts'
import { beyondTheCut, type Bench, type DeviceId, type Journal, type Ledger } from '../workspace/journal-port.ts'
import type { Clock } from './clock-port.ts'
import type { Admission, Admitted } from './admission.ts'
import type { Incidents } from './incidents.ts'
import { limits } from './limits.ts'
import type { Members } from './members-port.ts'
import { mayBeStale } from './may-be-stale.ts'
import type { Session } from './session.ts'
import type { Outcome } from './verdict.ts'

type RefoldingParts = Readonly<{
  own: DeviceId
  clock: Pick<Clock, 'steady'>
  members: Members
  journal: Pick<Journal, 'documents' | 'ledger' | 'refold' | 'aside' | 'letGo'>
  admission: Admission
  incidents: Incidents
  sessions: () => Iterable<Session>
  /** The document stands otherwise now: whoever has it open reads it anew. */
  onRefolded: (document: DocumentName) => Promise<void>
  /** What had been set aside and counts again was let in. */
  onAdmitted: (document: DocumentName, admitted: Admitted) => Promise<void>
  onFailure: (failure: SaveFailure) => void
}>

/** By then every tab has read a document anew; milliseconds. */
const rereading = 60_000

/**
 * Sets documents in order when members have said how far somebody's entries count. What was taken in beyond that before the word came is
 * taken out and set aside; what they let count again is let in again.
 */
export class Refolding {
  private readonly parts: RefoldingParts
  /** Until when a tab may still write on what it had read before, by document. */
  private readonly fresh = new Map<DocumentName, number>()
  private readonly shown = new WeakMap<Session, Set<string>>()

  constructor(parts: RefoldingParts) {
    this.parts = parts
  }

  /** What members have cut is taken out of everything that lies here; also what was cut while this device was off. */
  async lookAtAll(): Promise<void> {
    for (const document of await this.parts.journal.documents()) await this.look(document)
  }

  /** `isThorough`: reads all of the document, also where its chains give no reason to. */
  async look(document: DocumentName, isThorough = false): Promise<void> {
    // Who is no member any more keeps what is here.
    if (this.parts.members.standing(this.parts.own) !== 'member') return
    await this.letIn(document)
    const isChanged = await this.parts.admission.inTurn(document, () => this.takeOut(document, isThorough))
    if (!isChanged) return
    for (const session of this.parts.sessions()) session.cut(document)
    for (const session of this.parts.sessions()) await this.show(session)
    await this.parts.onRefolded(document)
  }

  /** An own edit was saved: it may have been made on what was taken out a moment before. */
  async saved(document: DocumentName): Promise<void> {
    const until = this.fresh.get(document)
    if (until === undefined) return
    if (until < this.parts.clock.steady()) this.fresh.delete(document)
    await this.look(document, true)
  }

  /** Members may have said already which of two histories counts. */
  async judged(document: DocumentName, outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.some(({ verdict }) => verdict.outcome === 'fork')) await this.look(document)
  }

  /** Entries of others were taken: what rested on something that members had taken out may rest on it again. */
  async taken(document: DocumentName, { chains }: Ledger): Promise<void> {
    if ([...chains.values()].some(({ clocks, written }) => clocks !== written)) await this.look(document)
  }

  private async takeOut(document: DocumentName, isThorough: boolean): Promise<boolean> {
    const { journal, onFailure } = this.parts
    const bench = this.benchOf(document)
    const ledger = await journal.ledger(document)
    if (!isThorough && !mayBeStale(ledger, bench)) return false
    const kept = await journal.refold(bench)
    // A tab may have written meanwhile; then it is looked at again a little later.
    if (!kept.ok) onFailure(kept.failure)
    if (!kept.ok || !kept.isChanged) return false
    this.fresh.set(document, this.parts.clock.steady() + rereading)
    return true
  }

  /** What came too late is given to who may let it count: an admin of its document. Once over each link. */
  async show(session: Session): Promise<void> {
    const { journal, members } = this.parts
    const shown = this.shown.get(session) ?? new Set<string>()
    this.shown.set(session, shown)
    const late = (await journal.aside()).filter(
      ({ document, reason, device, seq }) =>
        reason === beyondTheCut &&
        session.mayRead(document) &&
        members.mayVouch(session.peer.device, document) &&
        !shown.has(`${document} ${device} ${seq}`),
    )
    for (const document of new Set(late.map(row => row.document))) {
      const rows = late.filter(row => row.document === document).slice(0, limits.givenAtOnce)
      const isSaid = session.say({ type: 'entries', entries: rows.map(({ bytes }) => bytes) })
      if (isSaid) for (const { device, seq } of rows) shown.add(`${document} ${device} ${seq}`)
    }
  }

  private async letIn(document: DocumentName): Promise<void> {
    const { journal, members, admission, own, onAdmitted } = this.parts
    const aside = await journal.aside(document)
    const again = aside.filter(
      ({ device, reason }) => reason === beyondTheCut && members.cut(document, device) === undefined,
    )
    if (again.length === 0) return
    const admitted = await admission.take(
      document,
      again.map(({ bytes }) => bytes),
      own,
    )
    const settled = again.filter((_, at) => {
      const outcome = admitted.outcomes[at]?.verdict.outcome
      return outcome === 'taken' || outcome === 'known'
    })
    const isDone = admitted.failure === undefined && settled.length > 0
    if (isDone) await journal.letGo(document, settled)
    // Where nothing came in there is nothing to look at again: it would be the same, without end.
    if (admitted.taken.length > 0) await onAdmitted(document, admitted)
  }

  private benchOf(document: DocumentName): Bench {
    const { members, incidents } = this.parts
    const { forks } = incidents.all
    return {
      document,
      mayWrite: members.mayWrite,
      cut: members.cut,
      forkOf: device => forks.find(fork => fork.document === document && fork.device === device)?.seq,
    }
  }
}
