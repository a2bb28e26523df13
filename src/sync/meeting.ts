import { equalBytes, fromHex, toHex, type Bytes } from '../journal/bytes.ts'
import type { DeviceId } from '../workspace/journal-port.ts'
import type { answerChannel, ChannelAnswer, ChannelOffer, offerChannel } from './carriers/data-channel.ts'
import type { Clock } from './clock-port.ts'
import { doorOf } from './door-of.ts'
import { shakeHands, type OpenLink } from './handshake.ts'
import { newAttempt, openLetter, sealLetter, type Letter } from './letter.ts'
import { limits } from './limits.ts'
import type { StrangerLink } from './link.ts'
import type { Message } from './messages.ts'
import type { OwnDevice } from './own-device.ts'
import { Routes } from './routes.ts'
import { Timers } from './timers.ts'

export type MeetingParts = Readonly<{
  own: OwnDevice
  clock: Clock
  offer: typeof offerChannel
  answer: typeof answerChannel
  /** The devices this one is linked with. */
  linked(): readonly DeviceId[]
  /** Says something to a linked device; false where it cannot be said. */
  say(device: DeviceId, message: Message): boolean
  /** Leaves a letter where the other device may find it, where there is such a place. Out: whether it lies there. */
  leave(device: DeviceId, sealed: Bytes): Promise<boolean>
  onOpen(open: OpenLink): void
}>

/** More links than this one device does not hold; above it the folder carries. */
export const mostLinks = 11
/** Until an answer has come, milliseconds. */
const answerWithin = 15_000
const firstRetry = 1_000
const lastRetry = 60_000

type Offering = { readonly offer: ChannelOffer; readonly attempt: Bytes }

/**
 * Devices that are both linked with a third meet through it: of two the one with the lower id offers, so that they do not both do it. Who
 * carries the letters learns nothing but between whom they go, and who answers still has to prove who it is.
 */
export class Meeting {
  private readonly parts: MeetingParts
  private readonly routes: Routes
  private readonly offering = new Map<DeviceId, Offering>()
  private readonly answering = new Map<DeviceId, ChannelAnswer>()
  private readonly tries = new Map<DeviceId, number>()
  private readonly timers: Timers
  private known: readonly DeviceId[] = []

  constructor(parts: MeetingParts) {
    this.parts = parts
    this.routes = new Routes(parts.own.device)
    this.timers = new Timers(parts.clock)
  }

  /** Links have come or gone: everybody linked is told, and whoever is known through others is met. */
  linksChanged(): void {
    const now = this.parts.linked()
    const joined = now.filter(device => !this.known.includes(device))
    const left = this.known.filter(device => !now.includes(device))
    if (joined.length === 0 && left.length === 0) return
    const before = this.known
    this.known = now
    for (const device of left) this.routes.lose(device)
    for (const device of joined) {
      this.tries.delete(device)
      this.tellAll(device)
    }
    for (const device of now.filter(one => before.includes(one))) this.tell(device, joined, left)
    this.meetAll()
  }

  hear(from: DeviceId, message: Message): void {
    if (message.type === 'peers') {
      this.routes.hear(from, message.joined.map(toHex), message.left.map(toHex))
      this.meetAll()
    } else if (message.type === 'intro') this.carry(from, message)
  }

  /** This device has come, or come back: whoever looks into the same place is asked for a link. */
  knock(): void {
    const { own } = this.parts
    for (const [device, { isRemoved }] of own.membership().devices)
      if (!isRemoved && device !== own.device && !this.offering.has(device) && !this.timers.isMeant(device))
        void this.meet(device)
  }

  /** A letter was found, or came over a link. */
  async receive(device: DeviceId, sealed: Bytes): Promise<void> {
    const { own, clock } = this.parts
    const { verifyKeys, workspace } = own.membership()
    const verifyKey = verifyKeys.get(device)
    if (!verifyKey || !this.isWanted(device)) return
    const from = { id: fromHex(device), verifyKey }
    const letter = await openLetter(sealed, own.keys, from, { workspace, now: clock.now() })
    if (letter?.kind === 'offer') await this.answer(device, letter)
    else if (letter) await this.connect(device, letter)
  }

  close(): void {
    this.timers.stop()
    for (const { offer } of this.offering.values()) offer.giveUp()
    for (const answer of this.answering.values()) answer.giveUp()
  }

  private tellAll(device: DeviceId): void {
    const others = this.parts.linked().filter(other => other !== device)
    this.tell(device, others, [])
  }

  private tell(device: DeviceId, joined: readonly DeviceId[], left: readonly DeviceId[]): void {
    const idsOf = (devices: readonly DeviceId[]) => devices.toSorted().map(fromHex)
    this.parts.say(device, { type: 'peers', joined: idsOf(joined), left: idsOf(left) })
  }

  private meetAll(): void {
    const { own } = this.parts
    for (const device of this.routes.known)
      if (own.device < device && !this.offering.has(device) && !this.timers.isMeant(device)) void this.meet(device)
  }

  private isWanted(device: DeviceId): boolean {
    const { own, linked } = this.parts
    const here = linked()
    const isMember = own.membership().devices.get(device)?.isRemoved === false
    return isMember && here.length < mostLinks && !here.includes(device)
  }

  private async meet(device: DeviceId): Promise<void> {
    if (!this.isWanted(device)) return
    const attempt = newAttempt()
    // Taken at once: making an offer takes a while.
    this.timers.later(device, answerWithin, () => this.giveUp(device))
    const offered = await this.parts.offer()
    if (!offered.ok) return this.retry(device)
    if (!this.isWanted(device)) return offered.value.giveUp()
    this.offering.set(device, { offer: offered.value, attempt })
    const isSent = await this.write(device, { kind: 'offer', attempt, description: offered.value.description })
    if (!isSent) this.giveUp(device)
  }

  private giveUp(device: DeviceId): void {
    this.offering.get(device)?.offer.giveUp()
    this.offering.delete(device)
    this.retry(device)
  }

  private retry(device: DeviceId): void {
    // Who is known from a place alone may not be there: it knocks when it comes.
    if (!this.routes.known.has(device)) return
    const tries = this.tries.get(device) ?? 0
    this.tries.set(device, tries + 1)
    const wait = Math.min(lastRetry, firstRetry * 2 ** tries) * (0.75 + this.parts.clock.jitter() / 2)
    this.timers.later(device, wait, () => void this.meet(device))
  }

  private async write(device: DeviceId, letter: Omit<Letter, 'written'>): Promise<boolean> {
    const { own, clock, say, leave } = this.parts
    const known = own.membership()
    const to = known.devices.get(device)
    const written = clock.now()
    const sealed = to && (await sealLetter({ ...letter, written }, own.keys, to, known.workspace))
    if (!to || !sealed) return false
    const intro = { type: 'intro', to: to.id, from: own.keys.id, hops: limits.hops, sealed } as const
    return this.routes.to(device).some(neighbour => say(neighbour, intro)) || leave(device, sealed)
  }

  /** A letter for somebody else goes on to whoever is nearer; one for this device is opened. */
  private carry(neighbour: DeviceId, intro: Message<'intro'>): void {
    const { own, say, linked } = this.parts
    if (equalBytes(intro.to, own.keys.id)) return void this.receive(toHex(intro.from), intro.sealed)
    const to = toHex(intro.to)
    if (intro.hops === 0) return
    const nearer = linked().includes(to) ? [to] : this.routes.to(to).filter(one => one !== neighbour)
    const next = { ...intro, hops: intro.hops - 1 }
    nearer.some(one => say(one, next))
  }

  private async answer(device: DeviceId, { attempt, description }: Letter): Promise<void> {
    const { own, answer } = this.parts
    const ours = this.offering.get(device)
    // Both have offered at once: the lower id's offer holds.
    if (ours && own.device < device) return
    ours?.offer.giveUp()
    this.offering.delete(device)
    this.answering.get(device)?.giveUp()
    const answered = await answer(description)
    if (!answered.ok) return
    this.answering.set(device, answered.value)
    await this.write(device, { kind: 'answer', attempt, description: answered.value.description })
    const opened = await answered.value.connected
    if (this.answering.get(device) === answered.value) this.answering.delete(device)
    if (opened.ok) await this.enter(opened.value)
  }

  private async connect(device: DeviceId, { attempt, description }: Letter): Promise<void> {
    const offering = this.offering.get(device)
    if (!offering || !equalBytes(offering.attempt, attempt)) return
    this.offering.delete(device)
    const opened = await offering.offer.connect(description)
    if (!opened.ok || !(await this.enter(opened.value))) this.retry(device)
  }

  private async enter(link: StrangerLink): Promise<boolean> {
    const { own, clock, onOpen } = this.parts
    const door = await doorOf(own, clock.after)
    if (!door.ok) {
      link.close('denied')
      return false
    }
    const met = await shakeHands(link, door.value)
    if (met.ok) onOpen(met.value)
    return met.ok
  }
}
