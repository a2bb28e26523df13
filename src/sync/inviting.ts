import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex } from '../journal/bytes.ts'
import type { InvitingView, Invite, PairingFailure, ReplyRefusal } from '../workspace/sync-port.ts'
import { admittingActs } from './admit.ts'
import type { ChannelOffer, offerChannel } from './carriers/data-channel.ts'
import type { Clock } from './clock-port.ts'
import { doorOf, signerOf } from './door-of.ts'
import type { DoorRefusal } from './door-refusal.ts'
import { shakeHands, type OpenLink } from './handshake.ts'
import { InvitationBook, type Redeemed } from './invitation-book.ts'
import { makeInvitation, writeInvitation, type Invitation } from './invitation.ts'
import type { StrangerLink } from './link.ts'
import type { OwnDevice } from './own-device.ts'
import { failureOfChannel, failureOfDoor, sentenceOfCode } from './pairing-failures.ts'
import { receiveNewDevice, type Asked, type InviterPorts } from './receive-new-device.ts'

export type InvitingParts = Readonly<{
  own: OwnDevice
  clock: Clock
  offer: typeof offerChannel
  /** What the other side is told of who invites: a name that people know. */
  label(): string
  /** The new member is linked. */
  onOpen(open: OpenLink): void
  onChange(): void
}>

/** Seldom done: fetched when it is. */
const hearByRoot =
  (own: OwnDevice, person: string, now: () => number): InviterPorts['byRoot'] =>
  async (talk, device) => {
    const { hearRoot, rootHearing } = await import('./root-hearing.ts')
    return hearRoot(talk, device, rootHearing(own, person, now))
  }

type Running = { readonly wanted: Invite; view: InvitingView; offer?: ChannelOffer; invitation?: Invitation }

/** The inviting side of a pairing, step by step as a person sees it. One invitation at a time. */
export class Inviting {
  private readonly parts: InvitingParts
  private readonly book = new InvitationBook<ChannelOffer>()
  private running: Running | undefined
  private decided: ((isRight: boolean) => void) | undefined

  constructor(parts: InvitingParts) {
    this.parts = parts
  }

  get view(): InvitingView | undefined {
    return this.running?.view
  }

  async invite(wanted: Invite): Promise<void> {
    await this.end()
    const { own, clock, offer } = this.parts
    const { person } = wanted
    const running: Running = { wanted, view: { step: 'making', person } }
    this.running = running
    this.parts.onChange()
    const offered = await offer()
    if (this.running !== running) return offered.ok ? offered.value.giveUp() : undefined
    if (!offered.ok) return this.fail(running, failureOfChannel(offered.refusal))
    const place = { workspace: own.membership().workspace, device: own.keys.id }
    const invitation = makeInvitation(place, offered.value.description, clock.now())
    running.offer = offered.value
    running.invitation = invitation
    await this.book.note(invitation, offered.value)
    const code = await writeInvitation(invitation)
    this.show(running, { step: 'open', person, code, ends: invitation.ends })
    clock.after(invitation.ends - clock.now(), () => this.expire(running))
  }

  async takeReply(text: string): Promise<Result<'taken', ReplyRefusal>> {
    const redeemed = await this.book.redeem(text, this.parts.clock.now())
    if (!redeemed.ok) return refuse({ because: sentenceOfCode(redeemed.refusal) })
    const { running } = this
    if (!running) return refuse({ because: 'unknownInvitation' })
    this.show(running, { step: 'connecting', person: running.wanted.person })
    // Storage may refuse in the middle; then nobody was admitted.
    void this.connect(running, redeemed.value).catch(() => this.fail(running, 'notAdmitted'))
    return ok('taken')
  }

  decide(isRight: boolean): void {
    const { running, decided } = this
    if (running?.view.step !== 'compare') return
    if (isRight) this.show(running, { step: 'admitting', person: running.wanted.person })
    decided?.(isRight)
  }

  /** Nobody joins by it any more. */
  async end(): Promise<void> {
    const { running } = this
    if (!running) return
    this.running = undefined
    this.decided?.(false)
    running.offer?.giveUp()
    if (running.invitation) await this.book.takeBack(running.invitation)
    this.parts.onChange()
  }

  private async connect(
    running: Running,
    { offer, description, invitation, isMember }: Redeemed<ChannelOffer>,
  ): Promise<void> {
    const opened = await offer.connect(description)
    if (!opened.ok) return this.fail(running, failureOfChannel(opened.refusal))
    const met = isMember ? await this.meetAgain(opened.value) : await this.receive(running, opened.value, invitation)
    if (!met.ok) return this.fail(running, failureOfDoor(met.refusal))
    this.show(running, { step: 'done', person: running.wanted.person })
    this.parts.onOpen(met.value)
  }

  /** Who says to be a member shows it, as on any other link. */
  private async meetAgain(link: StrangerLink): Promise<Result<OpenLink, DoorRefusal>> {
    const { own, clock } = this.parts
    const door = await doorOf(own, clock.after)
    if (door.ok) return shakeHands(link, door.value)
    link.close('denied')
    return refuse({ because: 'device is removed', by: 'here' })
  }

  private receive(running: Running, link: StrangerLink, invitation: Invitation) {
    const { own, clock, label } = this.parts
    const { signingPublic, sealingPublic } = own.keys
    return receiveNewDevice(link, invitation, {
      own: { signingPublic, sealingPublic, label: label(), sign: signerOf(own.keys) },
      confirm: (asked, signal) => this.confirm(running, asked, signal),
      admit: async device => {
        const { wanted } = running
        const { person, access } = wanted
        if (person === undefined) return refuse({ because: 'not admitted' })
        const admitted = await own.change(admittingActs(own.keys, device, { person, access }, clock.now()))
        if (!admitted.ok) return admitted
        return ok({ workspace: own.membership().workspace, entries: await own.log() })
      },
      byRoot: running.wanted.byRoot && hearByRoot(own, running.wanted.person ?? '', clock.now),
      door: async () => {
        const door = await doorOf(own, clock.after)
        if (!door.ok) throw new Error(door.refusal.because)
        return door.value
      },
      timer: clock.after,
    })
  }

  private confirm(running: Running, { code, label, device }: Asked, signal: AbortSignal): Promise<boolean> {
    const { person } = running.wanted
    const known = this.parts.own.membership().devices.get(toHex(device.id))
    if (this.running !== running || person === undefined || (known && known.person !== person))
      return Promise.resolve(false)
    return new Promise(resolve => {
      this.decided = resolve
      signal.addEventListener('abort', () => resolve(false))
      this.show(running, { step: 'compare', person, digits: code, label })
    })
  }

  private expire(running: Running): void {
    if (running.view.step !== 'open') return
    running.offer?.giveUp()
    this.fail(running, 'ended')
  }

  private fail(running: Running, because: PairingFailure): void {
    this.show(running, { step: 'failed', person: running.wanted.person, because })
  }

  private show(running: Running, view: InvitingView): void {
    running.view = view
    if (this.running === running) this.parts.onChange()
  }
}
