import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex } from '../journal/bytes.ts'
import type { CodeRefusal } from './code.ts'
import { invitationTag, type Invitation } from './invitation.ts'
import { isReplyTo, readReply } from './reply.ts'
import type { SessionDescription } from './session-description.ts'

/** A reply that opens nothing. `unknown`: the page was loaded anew since the invitation, or it was somebody else's. */
export type ReplyRefusal =
  | CodeRefusal
  | { readonly because: 'reply is to an unknown invitation' }
  | { readonly because: 'invitation has ended'; readonly ended: number }
  | { readonly because: 'invitation is used' }
  | { readonly because: 'invitation was taken back' }

type Open<Offer> = { readonly invitation: Invitation; readonly offer: Offer; state: 'open' | 'used' | 'taken back' }

export type Redeemed<Offer> = Readonly<{
  invitation: Invitation
  offer: Offer
  description: SessionDescription
  /** Whoever replied says to be a member already; it has to prove it. */
  isMember: boolean
}>

/**
 * The invitations this page has handed out, each with the offer that waits for its reply. Offers live as long as the page, and so does
 * the book. An invitation is good for one reply within ten minutes by this device's clock.
 */
export class InvitationBook<Offer> {
  private readonly open = new Map<string, Open<Offer>>()

  async note(invitation: Invitation, offer: Offer): Promise<void> {
    this.open.set(toHex(await invitationTag(invitation)), { invitation, offer, state: 'open' })
  }

  /** Nobody joins by it any more. Out: the offer, to be closed, unless it was used already. */
  async takeBack(invitation: Invitation): Promise<Offer | undefined> {
    const noted = this.open.get(toHex(await invitationTag(invitation)))
    if (noted?.state !== 'open') return undefined
    noted.state = 'taken back'
    return noted.offer
  }

  /** Offers that have ended by `now` (milliseconds UTC) without a reply, each told once, to be closed. */
  endedBy(now: number): readonly Offer[] {
    const ended = [...this.open.values()].filter(({ state, invitation }) => state === 'open' && now >= invitation.ends)
    for (const noted of ended) noted.state = 'taken back'
    return ended.map(({ offer }) => offer)
  }

  /** What a reply answers, once. In: what was pasted or scanned, the time in milliseconds UTC. A refused reply uses nothing up. */
  async redeem(text: string, now: number): Promise<Result<Redeemed<Offer>, ReplyRefusal>> {
    const reply = await readReply(text)
    if (!reply.ok) return reply
    const noted = this.open.get(toHex(reply.value.invitation))
    if (!noted || !(await isReplyTo(noted.invitation, reply.value))) {
      return refuse({ because: 'reply is to an unknown invitation' })
    }
    const { invitation, offer } = noted
    if (noted.state === 'used') return refuse({ because: 'invitation is used' })
    if (now >= invitation.ends) return refuse({ because: 'invitation has ended', ended: invitation.ends })
    if (noted.state === 'taken back') return refuse({ because: 'invitation was taken back' })
    noted.state = 'used'
    const { description, isMember } = reply.value
    return ok({ invitation, offer, description, isMember })
  }
}
