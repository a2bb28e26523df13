import type { DocumentName } from '../domain/kernel/record.ts'
import type { Bytes } from '../journal/bytes.ts'
import { Admission, type Admitted } from './admission.ts'
import { Arrivals } from './arrivals.ts'
import { Background } from './background.ts'
import { Beginnings } from './beginnings.ts'
import { compareChains } from './compare-chains.ts'
import { Contacts } from './contacts.ts'
import { Digests } from './digests.ts'
import { usualHabits, type Habits } from './habits.ts'
import { Incidents } from './incidents.ts'
import { allLedgers, headsOf, type DeviceId } from '../workspace/journal-port.ts'
import { limits } from './limits.ts'
import type { CloseReason } from './link.ts'
import type { Message } from './messages.ts'
import { News } from './news.ts'
import { OwnChain } from './own-chain.ts'
import { Refolding } from './refolding.ts'
import { peekEntry } from './peek-entry.ts'
import type { SaveFailure } from '../workspace/ports.ts'
import type { ReplicatorParts } from './replicator-parts.ts'
import { Session, type Authenticated, type SessionHost } from './session.ts'
import { Sessions } from './sessions.ts'
import type { SyncStatus } from './sync-status.ts'
import { showsForkOf } from './verdict.ts'
import { Wants } from './wants.ts'

/**
 * Brings the devices of a workspace to the same entries, over links whose ends have proved who they are. Saved before sent, membership
 * before content, each document only to those who may read it. What got lost on the way is found by telling each other what is here.
 */
export class Replicator {
  /** The door for what comes out of folders and files. */
  readonly arrivals: Arrivals
  private readonly parts: ReplicatorParts
  private readonly habits: Habits
  private readonly admission: Admission
  private readonly incidents = new Incidents()
  private readonly contacts = new Contacts()
  private readonly ownChain: OwnChain
  private readonly beginnings: Beginnings
  private readonly digests: Digests
  private readonly wants: Wants
  private readonly sessions = new Sessions()
  private readonly denied = new Set<DeviceId>()
  private readonly news: News
  private readonly refolding: Refolding
  private readonly listeners = new Set<() => void>()
  private readonly host: SessionHost
  private readonly stopHearing: () => void
  private readonly background: Background

  constructor(parts: ReplicatorParts) {
    this.parts = parts
    this.habits = parts.habits ?? usualHabits
    const { clock } = parts
    const [again, onChange] = [() => this.again(), () => this.changed()]
    this.background = new Background({ clock, wait: this.habits.afterFailure, again, onChange })
    const { run } = this.background
    this.ownChain = new OwnChain({ own: parts.own, clock, patience: this.habits.ownPatience })
    const common = { ...parts, habits: this.habits, run, onChange }
    this.admission = new Admission({ ...parts, hasLogOf: device => this.sessions.of(device)?.isReady ?? false })
    this.beginnings = new Beginnings(common)
    this.digests = new Digests({
      ...common,
      ledger: document => parts.journal.ledger(document),
      onStale: document => parts.onStale?.(document),
    })
    const { held } = this.admission
    this.wants = new Wants({ ...common, held, beginnings: this.beginnings, sessions: () => this.sessions })
    this.news = new News(clock, this.habits.haveSoon, documents => {
      for (const session of this.sessions) void session.tell(documents)
    })
    const { admission, incidents, ownChain } = this
    const onAdmitted = (document: DocumentName, admitted: Admitted) => this.admitted(document, admitted)
    const sessions = () => this.sessions
    const door = { ...parts, admission, incidents, onAdmitted, sessions }
    const onRefolded = (document: DocumentName) => this.isAnew(document)
    const onFailure = (failure: SaveFailure) => this.background.note(failure)
    this.refolding = new Refolding({ ...door, onRefolded, onFailure })
    this.arrivals = new Arrivals({ ...door, ownChain, onBegun: document => this.spread(document) })
    this.host = this.hostOfSessions()
    this.stopHearing = parts.members.onChange(() => void run(this.membersChanged()))
    void run(this.refolding.lookAtAll())
  }

  /** A link to a device that has proved who it is. An older link to the same device is left. */
  attach(authenticated: Authenticated): void {
    const { device, person } = authenticated.peer
    if (this.denied.has(device)) return authenticated.link.close('denied')
    this.sessions.of(device)?.close('left')
    this.contacts.meet(device, person, this.parts.clock.now())
    const session = new Session(this.host, authenticated)
    this.sessions.add(session)
    session.begin()
    this.changed()
  }

  /** Own entries of this document are durable now, whichever tab wrote them: they go out at once. */
  saved(document: DocumentName): Promise<void> {
    return this.background.run(this.refolding.saved(document).then(() => this.give(document)))
  }

  /** The device is back after it was away: what is here is told at once. */
  comeBack(): void {
    for (const session of this.sessions) void session.tell()
  }

  /** Stops fetching a document that comes for the first time. What is here of it stays. */
  cancel(document: DocumentName): void {
    this.beginnings.syncs.cancel(document)
    this.wants.forget(document)
    this.changed()
  }

  resume(document: DocumentName): void {
    this.beginnings.syncs.resume(document)
    void this.wants.plan(document)
    this.changed()
  }

  /** Says something to a device that is linked, for those who speak of blobs, meeting and presence. False where it cannot be sent. */
  say(device: DeviceId, message: Message): boolean {
    const session = this.sessions.of(device)
    return session !== undefined && session.isReady && session.say(message)
  }

  /** The devices that are linked and have the same membership log. */
  get linked(): readonly DeviceId[] {
    return this.sessions.ready
  }

  /** Leaves all links. */
  close(): void {
    this.stopHearing()
    this.news.stop()
    this.wants.close()
    this.background.stop()
    for (const session of this.sessions) session.close('left')
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  async status(): Promise<SyncStatus> {
    const ledgers = await allLedgers(this.parts.journal)
    return {
      peers: this.contacts.all(this.sessions.knowledge, ledgers),
      firstSyncs: this.wants.firstSyncs(ledgers),
      held: this.admission.held.size,
      ...this.incidents.all,
      splits: this.digests.found,
      needsNewDevice: this.ownChain.needsNewDevice,
      failure: this.background.failure,
    }
  }

  private hostOfSessions(): SessionHost {
    const { own, journal } = this.parts
    return {
      ...this.parts,
      habits: this.habits,
      limits: this.parts.limits ?? limits,
      run: this.background.run,
      ledger: document => journal.ledger(document),
      mayGive: (document, device) => device !== own || this.ownChain.mayGive(document),
      isAsked: (session, entry) => {
        const place = peekEntry(entry)
        return (
          place !== undefined && (place.isMembership || this.wants.isAsked(session.peer.device, place.document, place))
        )
      },
      onReady: session =>
        this.judgeAgain()
          .then(() => this.heard(session, session.knowledge.names))
          .then(() => this.refolding.show(session)),
      onHave: (session, documents) => this.heard(session, documents),
      onEntries: (session, document, entries) => this.take(session, document, entries),
      onMembership: (session, entries) => this.takeMembers(session, entries),
      onMessage: (session, message) => this.message(session, message),
      onEnd: (session, why) => this.ended(session, why),
    }
  }

  private async give(document: DocumentName): Promise<void> {
    this.ownChain.see(document, await this.parts.journal.ledger(document))
    await Promise.all([...this.sessions].map(session => session.give(document)))
  }

  private async heard(session: Session, documents: readonly DocumentName[]): Promise<void> {
    this.contacts.hear(session.peer.device, this.parts.clock.now())
    for (const document of documents.filter(name => session.mayRead(name))) {
      const ledger = await this.parts.journal.ledger(document)
      this.ownChain.see(document, ledger)
      await compareChains({ ...this.parts, ownChain: this.ownChain, wants: this.wants }, session, document, ledger)
      if (session.knowledge.equals(document, ledger)) this.digests.isEqual(session, document)
      void this.wants.plan(document)
    }
    this.changed()
  }

  private async take(session: Session, document: DocumentName, entries: readonly Bytes[]): Promise<void> {
    const { members, own } = this.parts
    if (!members.mayRead(own, document)) return
    const admitted = await this.admission.take(document, entries, session.peer.device)
    for (const entry of entries) {
      const place = peekEntry(entry)
      if (place) this.wants.arrived(session.peer.device, document, place)
    }
    session.knowledge.learn(document, admitted.outcomes)
    if (showsForkOf(own, admitted.outcomes)) this.ownChain.hearOther(document)
    const strikes = this.incidents.note(document, session.peer.device, admitted.outcomes)
    for (let strike = 0; strike < strikes; strike++) session.strike()
    this.wants.weigh(session.peer.device, document, admitted)
    await this.admitted(document, admitted)
  }

  private async admitted(document: DocumentName, { outcomes, taken, failure }: Admitted): Promise<void> {
    void this.background.run(this.refolding.judged(document, outcomes))
    this.background.note(failure)
    if (failure) this.wants.rest(document)
    if (taken.length > 0) await this.spread(document)
    void this.wants.plan(document)
    this.changed()
  }

  /** Who has taken entries tells it, after a moment: what comes together is told together. */
  private async spread(document: DocumentName): Promise<void> {
    const { journal, onTaken } = this.parts
    const ledger = await journal.ledger(document)
    void this.background.run(this.refolding.taken(document, ledger))
    this.ownChain.see(document, ledger)
    onTaken?.(document, headsOf(ledger))
    this.news.add(document)
  }

  private async takeMembers(session: Session, entries: readonly Bytes[]): Promise<void> {
    const { refused } = await this.parts.members.take(entries)
    for (let strike = 0; strike < refused; strike++) session.strike()
    await session.membersChanged()
  }

  private async membersChanged(): Promise<void> {
    await Promise.all([...this.sessions].map(session => session.membersChanged()))
    await this.judgeAgain()
    await this.refolding.lookAtAll()
    for (const session of this.sessions) await this.heard(session, session.knowledge.names)
  }

  /** What waited for the membership log may not have to wait any more. */
  private async judgeAgain(): Promise<void> {
    for (const [document, admitted] of await this.admission.membersChanged()) {
      this.incidents.note(document, '', admitted.outcomes)
      await this.admitted(document, admitted)
    }
  }

  /** What could not be read may have been anything: all of it is looked at as if the links were new. */
  private async again(): Promise<void> {
    await this.membersChanged()
    for (const document of await this.parts.journal.documents()) await this.spread(document)
    this.comeBack()
  }

  private async message(session: Session, message: Message): Promise<void> {
    switch (message.type) {
      case 'digest':
        return session.mayRead(message.document) ? this.digests.hear(session, message) : undefined
      case 'checkpoint want':
        return this.beginnings.answer(session, message)
      case 'checkpoint':
        return (await this.beginnings.take(session, message)) ? this.isAnew(message.document) : undefined
      default:
        this.parts.onMessage?.(session.peer, message)
    }
  }

  /** The document stands here otherwise than by taking entries: it has begun, or members have cut it. */
  private async isAnew(document: DocumentName): Promise<void> {
    const { chains } = await this.parts.journal.ledger(document)
    if (chains.size > 0) await this.spread(document)
    await this.wants.plan(document)
    this.changed()
  }

  private ended(session: Session, why: CloseReason): void {
    this.sessions.delete(session)
    if (why === 'denied' && session.strikes > 0) this.denied.add(session.peer.device)
    this.admission.held.drop(session.peer.device)
    this.digests.drop(session)
    this.wants.drop(session.peer.device)
    this.changed()
  }

  private changed(): void {
    for (const listener of this.listeners) listener()
  }
}
