import { ok, refuse, type Result } from '../../../src/domain/kernel/result.ts'
import { sha256, toHex } from '../../../src/journal/bytes.ts'
import { makeDeviceKeys } from '../../../src/journal/keys.ts'
import { answerChannel, offerChannel, type ChannelOffer } from '../../../src/sync/carriers/data-channel.ts'
import type { DoorRefusal } from '../../../src/sync/door-refusal.ts'
import type { OpenLink } from '../../../src/sync/handshake.ts'
import { InvitationBook } from '../../../src/sync/invitation-book.ts'
import { makeInvitation, readInvitation, writeInvitation, type Invitation } from '../../../src/sync/invitation.ts'
import { joinByInvitation } from '../../../src/sync/join-by-invitation.ts'
import type { CloseReason, Link, StrangerLink } from '../../../src/sync/link.ts'
import { receiveNewDevice } from '../../../src/sync/receive-new-device.ts'
import { writeReply } from '../../../src/sync/reply.ts'
import { browserTimer } from '../../../src/sync/timer.ts'
import { admitTiny, doorOfFounder, doorOfJoiner, foundTiny, shownAs } from './tiny-workspace.ts'

/** What a journey asks of a page that has the carriers and no screens. Everything that goes in and out is text, as a person would carry it. */

const own = await foundTiny()
const book = new InvitationBook<ChannelOffer>()
/** How the last pairing went: nothing yet, "open to <person>", or why not. */
let outcome = ''
let digits = ''
let decide: (isRight: boolean) => void = () => undefined
let link: Link | undefined
const heard: string[] = []
const ends: CloseReason[] = []

const keep = (opened: Result<OpenLink, DoorRefusal>): void => {
  outcome = opened.ok ? `open to ${opened.value.peer.person}` : opened.refusal.because
  if (!opened.ok) return
  link = opened.value.link
  link.onMessage(message => void sha256(message).then(hash => heard.push(`${message.length} ${toHex(hash)}`)))
  link.onClose(why => ends.push(why))
}

const receive = async (stranger: StrangerLink, invitation: Invitation): Promise<void> => {
  const confirm = ({ code, label }: { code: string; label: string }): Promise<boolean> => {
    digits = `${label}: ${code}`
    return new Promise(resolve => (decide = resolve))
  }
  const pairing = receiveNewDevice(stranger, invitation, {
    own: shownAs(own.device, 'Jana Vogt'),
    confirm,
    admit: async device => ok(await admitTiny(own, device)),
    door: () => doorOfFounder(own),
    timer: browserTimer,
  })
  keep(await pairing)
}

const join = async (stranger: StrangerLink, invitation: Invitation): Promise<void> => {
  const device = await makeDeviceKeys()
  const pairing = joinByInvitation(stranger, invitation, {
    own: shownAs(device, 'Dörte Petersen'),
    show: (code, label) => (digits = `${label}: ${code}`),
    enter: async admission => {
      const door = await doorOfJoiner(device, admission)
      return door ? ok(door) : refuse({ because: 'membership is malformed' })
    },
    timer: browserTimer,
  })
  keep(await pairing)
}

let between: Readonly<{ invitation: Invitation; offer: ChannelOffer }> | undefined

const pipe = (one: StrangerLink, other: StrangerLink): void => {
  for (const [from, to] of [[one, other] as const, [other, one] as const]) {
    from.onMessage(message => void to.send(message))
    from.onClose(why => to.close(why))
  }
}

const peer = {
  /** "open to others", or why this machine's browser cannot be reached. */
  probe: async (): Promise<string> => {
    const offer = await offerChannel()
    if (offer.ok) offer.value.giveUp()
    return offer.ok ? 'open to others' : offer.refusal.because
  },
  /** With leave to use a microphone Chromium also tells addresses it otherwise hides; needed where there is loopback alone. */
  listen: async (): Promise<void> => {
    await navigator.mediaDevices.getUserMedia({ audio: true })
  },
  /** An invitation as text. `at`: the time on this device's clock. */
  invite: async (at: number): Promise<string> => {
    const offer = await offerChannel()
    if (!offer.ok) return offer.refusal.because
    const place = { workspace: own.root.workspace, device: own.device.id }
    const invitation = makeInvitation(place, offer.value.description, at)
    await book.note(invitation, offer.value)
    return writeInvitation(invitation)
  },
  /** The reply to an invitation as text, or why there is none. */
  reply: async (code: string, at: number): Promise<string> => {
    const invitation = await readInvitation(code, at)
    if (!invitation.ok) return invitation.refusal.because
    const answer = await answerChannel(invitation.value.description)
    if (!answer.ok) return answer.refusal.because
    void answer.value.connected.then(opened => (opened.ok ? join(opened.value, invitation.value) : undefined))
    return writeReply(invitation.value, answer.value.description)
  },
  /** "connected", or why not. */
  accept: async (code: string, at: number): Promise<string> => {
    const redeemed = await book.redeem(code, at)
    if (!redeemed.ok) return redeemed.refusal.because
    const { invitation, offer, description } = redeemed.value
    const opened = await offer.connect(description)
    if (!opened.ok) return opened.refusal.because
    void receive(opened.value, invitation)
    return 'connected'
  },
  /** What stands on the screen: a name and six digits. */
  digits: (): string => digits,
  /** What the person at the inviting device says about them. */
  decide: (isRight: boolean): void => decide(isRight),
  outcome: (): string => outcome,
  /** Sends a message of chance. Out: its length and hash. */
  send: async (length: number): Promise<string> => {
    const message = new Uint8Array(length)
    for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(message.subarray(at, at + 65_536))
    await link?.send(message)
    return `${length} ${toHex(await sha256(message))}`
  },
  heard: (): readonly string[] => heard,
  ends: (): readonly CloseReason[] => ends,
  /** Mallory makes an invitation with an offer of her own out of somebody else's. */
  standBetween: async (code: string, at: number): Promise<string> => {
    const [invitation, offer] = [await readInvitation(code, at), await offerChannel()]
    if (!invitation.ok || !offer.ok) return 'no invitation'
    between = { invitation: invitation.value, offer: offer.value }
    const changed = { ...invitation.value, description: offer.value.description }
    await book.note(changed, offer.value)
    return writeInvitation(changed)
  },
  /** In: the reply she was sent. Out: her own reply, to whoever invited. From then on everything passes through her. */
  passOn: async (code: string, at: number): Promise<string> => {
    const redeemed = await book.redeem(code, at)
    if (!redeemed.ok || !between) return 'no reply'
    const answer = await answerChannel(between.invitation.description)
    if (!answer.ok) return answer.refusal.because
    const { connected, description } = answer.value
    void Promise.all([redeemed.value.offer.connect(redeemed.value.description), connected]).then(([one, other]) => {
      if (one.ok && other.ok) pipe(one.value, other.value)
    })
    return writeReply(between.invitation, description)
  },
}
export type Peer = typeof peer

Object.assign(globalThis, { peer })
