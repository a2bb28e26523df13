import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import { closingOf, decodeDeny, encodeDeny, type DenyReason, type DoorRefusal } from './door-refusal.ts'
import type { CloseReason, StrangerLink } from './link.ts'
import type { Timer } from './timer.ts'

/** The highest type this app knows. Higher ones are a newer app's and are passed over; the carrier's cap counts them. */
const lastKnownType = 26

const isNewer = (message: Bytes): boolean => (message[0] ?? 0) > lastKnownType

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
   * Lets work of this side go on while the other one only waits: a person decides something. In: the work, which learns by its signal that
   * it is not needed any more, and what lateness is called here. Refuses what `hear` refuses; whatever the other one says is out of turn.
   */
  async meanwhile<Value>(
    work: (signal: AbortSignal) => Promise<Value>,
    late: DenyReason,
  ): Promise<Result<Value, DoorRefusal>> {
    const ending = new AbortController()
    const listening = new AbortController()
    const interrupted = this.next(listening.signal).then(next => ({ next }))
    const first = await Promise.race([interrupted, work(ending.signal).then(value => ({ value }))])
    if ('value' in first) {
      listening.abort()
      return ok(first.value)
    }
    ending.abort()
    return first.next === 'silence' ? this.deny(late) : this.unexpected(first.next)
  }

  /**
   * The next message, which has to be of one of these types; those after it stay with the link for whoever listens next. Refuses what was
   * denied over there, another type, the link's end, and lateness (denied here).
   */
  async hear(...types: readonly number[]): Promise<Result<Bytes, DoorRefusal>> {
    const next = await this.next()
    return next instanceof Uint8Array && types.includes(Number(next[0])) ? ok(next) : this.unexpected(next)
  }

  private unexpected(next: Next): { readonly ok: false; readonly refusal: DoorRefusal } {
    if (next === 'silence') return this.deny('silence')
    if (!(next instanceof Uint8Array)) return this.over({ because: 'link ended', why: next.ended })
    const denied = decodeDeny(next)
    if (!denied) return this.deny('message is out of turn')
    this.link.close('denied')
    return this.over({ because: denied, by: 'there' })
  }

  private over(refusal: DoorRefusal): { readonly ok: false; readonly refusal: DoorRefusal } {
    this.stopTimer()
    return refuse(refusal)
  }

  /** Types nobody knows here are passed over. Aborted, it leaves what comes to others, and never answers. */
  private next(signal?: AbortSignal): Promise<Next> {
    if (this.isLate) return Promise.resolve('silence')
    return new Promise(resolve => {
      const stops: (() => void)[] = []
      const stop = (): void => {
        for (const one of stops.splice(0)) one()
        this.onLate = () => undefined
      }
      const settle = (next: Next): void => {
        stop()
        resolve(next)
      }
      this.onLate = () => settle('silence')
      signal?.addEventListener('abort', stop)
      stops.push(this.link.onMessage(message => (isNewer(message) ? undefined : settle(message))))
      // What was said before the end is heard before it.
      stops.push(this.link.onClose(ended => queueMicrotask(() => settle({ ended }))))
    })
  }
}
