import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import { closingOf, decodeDeny, encodeDeny, type DenyReason, type DoorRefusal } from './door-refusal.ts'
import type { CloseReason, StrangerLink } from './link.ts'
import type { Timer } from './timer.ts'

/** The highest type this app knows. Higher ones are a newer app's and are passed over; the carrier's cap counts them. */
const lastKnownType = 24

type Next = Bytes | 'silence' | Readonly<{ ended: CloseReason }>

/** Two devices take turns on a link, message by message, until one of them denies, leaves or falls silent. */
export class Conversation {
  readonly link: StrangerLink
  private readonly timer: Timer
  private stopTimer = (): void => undefined
  private isLate = false
  private onLate = (): void => undefined

  constructor(link: StrangerLink, timer: Timer) {
    this.link = link
    this.timer = timer
  }

  /** From now on all turns together may take so many milliseconds. */
  allow(milliseconds: number): void {
    this.stopTimer()
    this.isLate = false
    this.stopTimer = this.timer(milliseconds, () => {
      this.isLate = true
      this.onLate()
    })
  }

  /** It went well: the link goes on without this conversation. */
  finish(): void {
    this.stopTimer()
  }

  say(message: Bytes): void {
    void this.link.send(message)
  }

  /** Says why, closes, and gives back the refusal. */
  deny(because: DenyReason): { readonly ok: false; readonly refusal: DoorRefusal } {
    this.say(encodeDeny(because))
    this.link.close(closingOf(because))
    this.stopTimer()
    return refuse({ because, by: 'here' })
  }

  /**
   * The next message, which has to be of this type; those after it stay with the link for whoever listens next. Refuses what was denied
   * over there, another type, the link's end, and lateness (denied here).
   */
  async hear(type: number): Promise<Result<Bytes, DoorRefusal>> {
    const next = await this.next()
    if (next === 'silence') return this.deny('silence')
    if (!(next instanceof Uint8Array)) return this.over({ because: 'link ended', why: next.ended })
    const denied = decodeDeny(next)
    if (denied) {
      this.link.close('denied')
      return this.over({ because: denied, by: 'there' })
    }
    if (Number(next[0]) > lastKnownType) return this.hear(type)
    return next[0] === type ? ok(next) : this.deny('message is out of turn')
  }

  private over(refusal: DoorRefusal): { readonly ok: false; readonly refusal: DoorRefusal } {
    this.stopTimer()
    return refuse(refusal)
  }

  private next(): Promise<Next> {
    if (this.isLate) return Promise.resolve('silence')
    return new Promise(resolve => {
      const stops: (() => void)[] = []
      const settle = (next: Next): void => {
        for (const stop of stops.splice(0)) stop()
        this.onLate = () => undefined
        resolve(next)
      }
      this.onLate = () => settle('silence')
      stops.push(this.link.onMessage(settle))
      // What was said before the end is heard before it.
      stops.push(this.link.onClose(ended => queueMicrotask(() => settle({ ended }))))
    })
  }
}
