import type { DocumentName } from '../domain/kernel/record.ts'
import { toHex } from '../journal/bytes.ts'
import type { Admitted } from './admission.ts'
import { Asking } from './asking.ts'
import type { Run } from './background.ts'
import { Beginnings } from './beginnings.ts'
import type { Clock } from './clock-port.ts'
import type { Habits } from './habits.ts'
import type { Held } from './held.ts'
import {
  beyondTheCut,
  type DeviceId,
  type Journal,
  type Ledger,
  type Place,
  type Span,
} from '../workspace/journal-port.ts'
import type { Members } from './members-port.ts'
import { planWants } from './plan-wants.ts'
import type { Session } from './session.ts'
import type { FirstSyncStatus } from './sync-status.ts'
import { Timers } from './timers.ts'
import type { Outcome } from './verdict.ts'

type WantsParts = Readonly<{
  own: DeviceId
  journal: Journal
  members: Members
  clock: Clock
  habits: Habits
  held: Held
  beginnings: Beginnings
  sessions: () => Iterable<Session>
  run: Run
}>

const longestRest = 600_000

/** What is missing here, asked of whoever has it: each entry once, and again of somebody else when it does not come. */
export class Wants {
  private readonly parts: WantsParts
  private readonly asking = new Asking()
  private readonly planning = new Map<DocumentName, 'once' | 'again'>()
  /** Whoever brought nothing that could be taken is left alone for a while. */
  private readonly rests = new Map<string, Readonly<{ until: number; length: number }>>()
  private readonly timers: Timers
  private isClosed = false

  constructor(parts: WantsParts) {
    this.parts = parts
    this.timers = new Timers(parts.clock)
  }

  /** Asks for what is missing. Called while it runs it runs once more: what has come meanwhile may change the plan. */
  async plan(document: DocumentName): Promise<void> {
    if (this.planning.has(document)) return void this.planning.set(document, 'again')
    this.planning.set(document, 'once')
    await this.parts.run(this.planOnce(document))
    const isDue = this.planning.get(document) === 'again'
    this.planning.delete(document)
    if (isDue) await this.plan(document)
  }

  isAsked(peer: DeviceId, document: DocumentName, place: Place): boolean {
    return this.asking.isAsked(peer, document, place)
  }

  arrived(peer: DeviceId, document: DocumentName, place: Place): void {
    this.asking.arrived(peer, document, place, this.patience())
  }

  /** One entry of another history of its device, to be looked at and kept as a proof. */
  proof(session: Session, document: DocumentName, place: Place): void {
    const span = { document, device: place.device, from: place.seq, to: place.seq }
    if (this.asking.isAsked(session.peer.device, document, place)) return
    this.ask(session, [span])
  }

  /** What came of a batch: who brings only what cannot be taken is asked less and less often. */
  weigh(peer: DeviceId, document: DocumentName, { outcomes, taken }: Admitted): void {
    const key = `${peer}/${document}`
    if (taken.length > 0) return void this.rests.delete(key)
    if (!outcomes.some(outcome => this.isFruitless(document, outcome))) return
    const { clock, habits } = this.parts
    const length = Math.min(longestRest, (this.rests.get(key)?.length ?? habits.afterFruitless / 2) * 2)
    this.rests.set(key, { until: clock.steady() + length, length })
    this.timers.later(key, length, () => void this.plan(document))
  }

  /** The journal could not be written: nothing of the document is asked for until it may be better. */
  rest(document: DocumentName): void {
    const { clock, habits } = this.parts
    this.asking.forget(document)
    this.rests.set(document, { until: clock.steady() + habits.afterFailure, length: 0 })
    this.timers.later(document, habits.afterFailure, () => void this.plan(document))
  }

  /** Its link is gone: what it owed is asked of others. */
  drop(peer: DeviceId): void {
    const owed = [...this.asking.drop(peer), ...this.parts.beginnings.syncs.drop(peer)]
    for (const document of new Set(owed)) void this.plan(document)
  }

  forget(document: DocumentName): void {
    this.asking.forget(document)
  }

  /** Documents that come for the first time, and how far they are. */
  firstSyncs(ledgers: ReadonlyMap<DocumentName, Ledger>): readonly FirstSyncStatus[] {
    const { syncs } = this.parts.beginnings
    return syncs.documents.map(document => {
      const chains = ledgers.get(document)?.chains
      const done = [...(chains?.values() ?? [])].reduce((sum, { head }) => sum + head.seq, 0)
      const of = Math.max(done, this.totalOf(document))
      return { document, done, of, isCancelled: syncs.isCancelled(document) }
    })
  }

  close(): void {
    this.isClosed = true
    this.timers.stop()
  }

  private async planOnce(document: DocumentName): Promise<void> {
    const { own, members, journal, beginnings, held } = this.parts
    if (this.isClosed || beginnings.syncs.isCancelled(document) || this.isResting(document)) return
    if (!members.mayRead(own, document)) return
    const ledger = await journal.ledger(document)
    const sessions = [...this.parts.sessions()].filter(session => this.isAble(session, document))
    const isNew = ledger.chains.size === 0 && sessions.some(({ knowledge }) => knowledge.chains(document).size > 0)
    if (isNew && beginnings.begin(document, sessions)) return this.watch()
    const asks = planWants({
      document,
      ledger,
      providers: sessions.map(({ peer, knowledge }) => ({
        device: peer.device,
        chains: knowledge.trusted(document),
        load: this.asking.load(peer.device),
        failures: this.asking.failures(peer.device),
      })),
      lastOf: device => members.cut(document, device)?.seq ?? Infinity,
      isHeld: place => held.has(document, place),
      asked: this.asking.of(document).map(({ span }) => span),
    })
    for (const session of sessions)
      this.ask(
        session,
        asks.filter(({ provider }) => provider === session.peer.device).map(({ span }) => span),
      )
    if (asks.length === 0 && this.asking.of(document).length === 0) this.complete(document, ledger)
  }

  /** Nothing is missing any more of a document that came for the first time. */
  private complete(document: DocumentName, { chains }: Ledger): void {
    const done = [...chains.values()].reduce((sum, { head }) => sum + head.seq, 0)
    if (done >= this.totalOf(document)) this.parts.beginnings.syncs.end(document)
  }

  private totalOf(document: DocumentName): number {
    const seqs = new Map<DeviceId, number>()
    for (const { knowledge } of this.parts.sessions())
      for (const [device, { seq }] of knowledge.chains(document)) seqs.set(device, Math.max(seq, seqs.get(device) ?? 0))
    return [...seqs.values()].reduce((sum, seq) => sum + seq, 0)
  }

  private ask(session: Session, spans: readonly Span[]): void {
    if (spans.length === 0) return
    this.asking.add(session.peer.device, spans, this.patience())
    session.want(spans)
    this.watch()
  }

  private isAble(session: Session, document: DocumentName): boolean {
    return session.mayRead(document) && !this.isResting(`${session.peer.device}/${document}`)
  }

  private isResting(key: string): boolean {
    return (this.rests.get(key)?.until ?? 0) > this.parts.clock.steady()
  }

  /** Neither taken nor waiting here: it would be asked for again at once. */
  private isFruitless(document: DocumentName, { verdict, entry }: Outcome): boolean {
    // What lies beyond a cut is shown to whom it concerns; nobody asks for it.
    if (verdict.outcome === 'refused') return verdict.refusal.because !== beyondTheCut
    if (verdict.outcome !== 'held') return verdict.outcome === 'fork'
    return !entry || !this.parts.held.has(document, { device: toHex(entry.header.device), seq: entry.header.seq })
  }

  private patience(): number {
    return this.parts.clock.steady() + this.parts.habits.askPatience
  }

  /** Looks after what does not come. */
  private watch(): void {
    const key = 'watch'
    if (this.timers.isMeant(key)) return
    this.timers.later(key, this.parts.habits.askPatience, () => {
      const now = this.parts.clock.steady()
      const late = [...this.asking.expire(now), ...this.parts.beginnings.syncs.expire(now)]
      for (const document of new Set(late)) void this.plan(document)
      if (this.asking.next !== undefined || this.parts.beginnings.syncs.documents.length > 0) this.watch()
    })
  }
}
