import type { DocumentName } from '../domain/kernel/record.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import { membershipDocument, type EntryRef } from '../journal/header.ts'
import { answerSpans } from './answer-spans.ts'
import type { Run } from './background.ts'
import type { Clock } from './clock-port.ts'
import type { Habits } from './habits.ts'
import { Intake } from './intake.ts'
import type { DeviceId, Journal, Ledger, Span } from '../workspace/journal-port.ts'
import { limits, type Limits } from './limits.ts'
import type { CloseReason, Link } from './link.ts'
import type { Members } from './members-port.ts'
import { encodeMessage, isIntroduction, type Message } from './messages.ts'
import { Meter } from './meter.ts'
import { Outbox } from './outbox.ts'
import { byDocument } from './peek-entry.ts'
import { PeerKnowledge } from './peer-knowledge.ts'
import { Pulse } from './pulse.ts'
import { headsToTell, messagesOf, rangesOf, spansOf } from './telling.ts'
import { Timers } from './timers.ts'

/** A link whose two ends have proved who they are. */
export type Authenticated = Readonly<{ link: Link; peer: Readonly<{ device: DeviceId; person: string }> }>

/** What a session needs of the replicator it belongs to. */
export type SessionHost = Readonly<{
  own: DeviceId
  clock: Clock
  habits: Habits
  limits: Limits
  run: Run
  members: Members
  journal: Journal
  ledger(document: DocumentName): Promise<Ledger>
  /** Whether a chain may be given from here; not while this device's own chain is in doubt. */
  mayGive(document: DocumentName, device: DeviceId): boolean
  isAsked(session: Session, entry: Bytes): boolean
  onReady(session: Session): Promise<void>
  onHave(session: Session, documents: readonly DocumentName[]): Promise<void>
  onEntries(session: Session, document: DocumentName, entries: readonly Bytes[]): Promise<void>
  onMembership(session: Session, entries: readonly Bytes[]): Promise<void>
  /** Everything that is neither about heads nor about entries. */
  onMessage(session: Session, message: Message): Promise<void>
  onEnd(session: Session, why: CloseReason): void
}>

/** One link to one device: what it has said, what it was told, what it may bring. Membership first, then content. */
export class Session {
  readonly peer: Authenticated['peer']
  readonly knowledge = new PeerKnowledge()
  readonly outbox: Outbox
  strikes = 0
  private readonly host: SessionHost
  private readonly link: Link
  private readonly told = new Map<DocumentName, Map<DeviceId, number>>()
  private readonly timers: Timers
  private readonly intake: Intake
  private readonly pulse: Pulse
  private readonly gifts: Meter
  private theirMembers: readonly EntryRef[] | undefined
  private awaitsMembers = true
  /** What is saved while the log is fetched is not given: all of it is told afterwards. */
  private isTold = false
  private early: Span[] = []
  /** How others are met is said once: it waits until both have the same log. */
  private readonly introductions: Message[] = []
  private isOver = false

  constructor(host: SessionHost, { link, peer }: Authenticated) {
    this.host = host
    this.link = link
    this.peer = peer
    this.outbox = new Outbox(link, host.run)
    this.timers = new Timers(host.clock)
    this.gifts = new Meter(limits.givenBytes, host.clock.steady())
    this.pulse = new Pulse({
      ...host,
      timers: this.timers,
      onTell: () => void host.run(this.tellAgain()),
      onPing: number => void this.say({ type: 'ping', number }),
      onSilence: () => this.close('silent'),
    })
    this.intake = new Intake({
      clock: host.clock,
      limits: host.limits,
      isAnswer: message => this.isAnswer(message),
      handle: message => host.run(this.handle(message)),
      refuse: why => this.close(why),
    })
  }

  begin(): void {
    this.link.onClose(why => this.end(why))
    if (this.isOver || this.leaveIfRemoved()) return
    this.link.onMessage(bytes => this.receive(bytes))
    this.sayMembers()
    this.pulse.begin()
  }

  /** Both sides are members as far as is known here, and whatever the other knows of the log has been looked at. */
  get isReady(): boolean {
    return !this.isOver && !this.awaitsMembers && this.isMember
  }

  mayRead(document: DocumentName): boolean {
    return this.isReady && this.host.members.mayRead(this.peer.device, document)
  }

  close(why: CloseReason): void {
    if (this.isOver) return
    this.end(why)
    this.link.close(why)
  }

  say(message: Message): boolean {
    return this.outbox.say(encodeMessage(message))
  }

  want(spans: readonly Span[]): void {
    for (const ranges of rangesOf(spans)) this.say({ type: 'want', ranges })
  }

  /** Tells what is here: of every document, or what is new in some. */
  tell(documents?: readonly DocumentName[]): Promise<void> {
    return this.host.run(this.tellNow(documents))
  }

  private async tellNow(documents?: readonly DocumentName[]): Promise<void> {
    if (!this.isReady) return
    const telling = []
    for (const document of documents ?? (await this.host.journal.documents())) {
      if (!this.mayRead(document)) continue
      const told = this.told.get(document) ?? new Map<DeviceId, number>()
      this.told.set(document, told)
      const ledger = await this.host.ledger(document)
      const given = (device: DeviceId) => this.host.mayGive(document, device)
      const news = documents && { told, peer: this.peer.device, known: this.knowledge.chains(document) }
      const heads = headsToTell(ledger, given, news)
      for (const { device, seq } of heads) told.set(toHex(device), seq)
      if (heads.length > 0) telling.push({ document, heads })
    }
    if (!this.isReady) return
    // A full message says something even where there is nothing: that nothing is here.
    const messages = documents || telling.length > 0 ? messagesOf(telling) : [{ type: 'have' as const, documents: [] }]
    for (const message of messages) this.say(message)
  }

  /** Own entries go out at once, when the other side has everything before them; otherwise it is told of them. */
  async give(document: DocumentName): Promise<void> {
    const { own, journal } = this.host
    if (!this.mayGiveOwn(document)) return
    const head = (await this.host.ledger(document)).chains.get(own)?.head
    const from = (this.knowledge.chains(document).get(own)?.seq ?? 0) + 1
    if (!head || from > head.seq) return
    const span = { document, device: own, from, to: head.seq }
    const entries = head.seq - from < limits.givenAtOnce ? await journal.entries([span], limits.batchBytes) : []
    const size = entries.reduce((sum, { length }) => sum + length, 0)
    const isAll = entries.length === head.seq - from + 1 && this.gifts.use(size, this.host.clock.steady())
    // A member may have been taken out while the journal was read.
    if (!this.mayGiveOwn(document)) return
    if (!isAll || !this.say({ type: 'entries', entries })) return this.tell([document])
    this.knowledge.gave(document, head)
  }

  /** The membership log has grown here, or what came of it has been looked at. */
  async membersChanged(): Promise<void> {
    if (this.isOver || this.leaveIfRemoved()) return
    this.knowledge.trustAgain()
    this.sayMembers()
    await this.lookAtMembers()
    // Of what the other side was granted just now it has heard nothing yet.
    if (this.isTold) await this.tell((await this.host.journal.documents()).filter(name => !this.told.has(name)))
  }

  /** Members have cut chains of a document: both sides take out what lies beyond. */
  cut(document: DocumentName): void {
    this.knowledge.cut(document, device => this.host.members.cut(document, device))
    this.told.delete(document)
  }

  /** One more that nobody honest would have brought. */
  strike(): void {
    if (++this.strikes >= this.host.limits.strikes) this.close('denied')
  }

  private get isMember(): boolean {
    const { members, own } = this.host
    return members.standing(this.peer.device) === 'member' && members.standing(own) === 'member'
  }

  private mayGiveOwn(document: DocumentName): boolean {
    return this.mayRead(document) && this.knowledge.hasSpoken && this.host.mayGive(document, this.host.own)
  }

  private leaveIfRemoved(): boolean {
    if (this.host.members.standing(this.peer.device) !== 'removed') return false
    this.close('denied')
    return true
  }

  private sayMembers(): void {
    this.say({ type: 'membership have', heads: this.host.members.heads() })
  }

  /** What the other side has of the log and is missing here is fetched before anything else is said. */
  private async lookAtMembers(): Promise<void> {
    if (!this.theirMembers) return
    const { chains } = await this.host.ledger(membershipDocument)
    const missing = spansOf(membershipDocument, this.theirMembers, device => chains.get(device)?.head.seq ?? 0)
    this.awaitsMembers = missing.length > 0
    if (missing.length === 0) return this.becomeReady()
    this.isTold = false
    this.want(missing)
    // A log that cannot be read further here, because a newer app wrote it, must not keep two devices apart.
    this.timers.later('members', this.host.habits.membershipPatience, () => {
      this.awaitsMembers = false
      void this.host.run(this.becomeReady())
    })
  }

  private async tellAgain(): Promise<void> {
    this.sayMembers()
    await this.lookAtMembers()
    await this.tell()
  }

  private async becomeReady(): Promise<void> {
    if (!this.isReady) return
    this.answer(this.early.splice(0))
    for (const message of this.introductions.splice(0)) await this.host.onMessage(this, message)
    if (this.isTold) return
    this.isTold = true
    await this.tell()
    await this.host.onReady(this)
  }

  private receive(bytes: Bytes): void {
    if (this.isOver) return
    this.pulse.heard()
    this.intake.receive(bytes)
  }

  private isAnswer(message: Message): boolean {
    if (message.type === 'checkpoint') return true
    return message.type === 'entries' && message.entries.every(entry => this.host.isAsked(this, entry))
  }

  private async handle(message: Message): Promise<void> {
    switch (message.type) {
      case 'membership have':
        this.theirMembers = message.heads
        return this.lookAtMembers()
      case 'have':
        return this.host.onHave(this, this.knowledge.hear(message.documents))
      case 'want':
        return this.answer(message.ranges.map(range => ({ ...range, device: toHex(range.device) })))
      case 'entries':
        return this.sort(message.entries)
      case 'ping':
        return void this.say({ type: 'pong', number: message.number })
      case 'pong':
        return undefined
      case 'bye':
        return this.close(message.reason)
      default:
        if (this.isReady) return this.host.onMessage(this, message)
        if (isIntroduction(message) && this.introductions.length < limits.neighbours) this.introductions.push(message)
    }
  }

  /** Content waits until it is certain that the other side still belongs here; the log does not. */
  private answer(spans: readonly Span[]): void {
    const { journal, mayGive } = this.host
    const log = spans.filter(({ document }) => document === membershipDocument)
    const content = spans.filter(({ document }) => document !== membershipDocument)
    if (log.length > 0) this.outbox.answer(answerSpans(journal, log, () => true))
    if (content.length === 0) return
    if (!this.isReady) return void (this.early = [...this.early, ...content].slice(-limits.ranges))
    const may = ({ document, device }: Span): boolean => this.mayRead(document) && mayGive(document, device)
    this.outbox.answer(answerSpans(journal, content, may))
  }

  private async sort(entries: readonly Bytes[]): Promise<void> {
    for (const [document, list] of byDocument(entries)) {
      if (this.isOver) return
      if (document === undefined) for (const _ of list) this.strike()
      else if (document === membershipDocument) await this.host.onMembership(this, list)
      else if (this.isMember) await this.host.onEntries(this, document, list)
    }
  }

  private end(why: CloseReason): void {
    if (this.isOver) return
    this.isOver = true
    this.outbox.close()
    this.intake.stop()
    this.timers.stop()
    this.host.onEnd(this, why)
  }
}
