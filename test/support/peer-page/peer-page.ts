import type { Result } from '../../../src/domain/kernel/result.ts'
import { sha256, textBytes, toHex } from '../../../src/journal/bytes.ts'
import {
  answerChannel,
  offerChannel,
  type ChannelAnswer,
  type ChannelOffer,
} from '../../../src/sync/carriers/data-channel.ts'
import { InvitationBook } from '../../../src/sync/invitation-book.ts'
import { makeInvitation, readInvitation, writeInvitation } from '../../../src/sync/invitation.ts'
import type { CloseReason, StrangerLink } from '../../../src/sync/link.ts'
import { writeReply } from '../../../src/sync/reply.ts'

/** What a journey asks of a page that has the carriers and no screens. Everything that goes in and out is text, as a person would carry it. */

type Refused = Readonly<{ because: string }>
const book = new InvitationBook<ChannelOffer>()
let answer: ChannelAnswer | undefined
let link: StrangerLink | undefined
const heard: string[] = []
const ends: CloseReason[] = []

const hashOf = async (name: string) => sha256(textBytes(name))

const keep = (opened: Result<StrangerLink, Refused>): string => {
  if (!opened.ok) return opened.refusal.because
  link = opened.value
  link.trust()
  link.onMessage(message => void sha256(message).then(hash => heard.push(`${message.length} ${toHex(hash)}`)))
  link.onClose(why => ends.push(why))
  return 'open'
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
    const place = { workspace: await hashOf('Musterstadt'), device: await hashOf('Janas Laptop') }
    const invitation = makeInvitation(place, offer.value.description, at)
    await book.note(invitation, offer.value)
    return writeInvitation(invitation)
  },
  /** The reply to an invitation as text, or why there is none. */
  reply: async (code: string, at: number): Promise<string> => {
    const invitation = await readInvitation(code, at)
    if (!invitation.ok) return invitation.refusal.because
    const answered = await answerChannel(invitation.value.description)
    if (!answered.ok) return answered.refusal.because
    answer = answered.value
    void answer.connected.then(keep)
    return writeReply(invitation.value, answer.description)
  },
  /** "open", or why not. */
  accept: async (code: string, at: number): Promise<string> => {
    const redeemed = await book.redeem(code, at)
    if (!redeemed.ok) return redeemed.refusal.because
    return keep(await redeemed.value.offer.connect(redeemed.value.description))
  },
  /** Sends a message of chance. Out: its length and hash. */
  send: async (length: number): Promise<string> => {
    const message = new Uint8Array(length)
    for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(message.subarray(at, at + 65_536))
    await link?.send(message)
    return `${length} ${toHex(await sha256(message))}`
  },
  heard: (): readonly string[] => heard,
  ends: (): readonly CloseReason[] => ends,
  isOpen: (): boolean => link !== undefined && ends.length === 0,
}
export type Peer = typeof peer

Object.assign(globalThis, { peer })
