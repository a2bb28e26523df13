import type { Bytes } from '../journal/bytes.ts'
import type { Clock } from './clock-port.ts'
import type { Limits } from './limits.ts'
import type { CloseReason } from './link.ts'
import { decodeMessage, type Message } from './messages.ts'
import { Meter } from './meter.ts'

type IntakeParts = Readonly<{
  clock: Clock
  limits: Limits
  /** What was asked for is not counted: a first sync may be as fast as it can. */
  isAnswer: (message: Message) => boolean
  handle: (message: Message) => Promise<void>
  refuse: (why: CloseReason) => void
}>

/** What comes over a link: read, counted, and looked at one after the other. */
export class Intake {
  private readonly parts: IntakeParts
  private readonly bytes: Meter
  private readonly messages: Meter
  private waiting: Message[] = []
  private isWorking = false

  constructor(parts: IntakeParts) {
    this.parts = parts
    const { limits } = parts
    const now = parts.clock.steady()
    this.bytes = new Meter(limits.unaskedBytes, now)
    this.messages = new Meter(limits.unaskedMessages, now)
  }

  receive(bytes: Bytes): void {
    const decoded = decodeMessage(bytes)
    if (!decoded.ok) {
      if (decoded.refusal.because !== 'message has a newer type') this.parts.refuse('malformed')
      return
    }
    const isTooMuch = !this.parts.isAnswer(decoded.value) && !this.isAllowed(bytes.length)
    if (isTooMuch || this.waiting.length >= this.parts.limits.inbox) return this.parts.refuse('too much')
    this.waiting.push(decoded.value)
    void this.work()
  }

  /** Nothing of what waits is looked at any more. */
  stop(): void {
    this.waiting = []
  }

  private isAllowed(length: number): boolean {
    const now = this.parts.clock.steady()
    return this.bytes.use(length, now) && this.messages.use(1, now)
  }

  private async work(): Promise<void> {
    if (this.isWorking) return
    this.isWorking = true
    for (let message = this.waiting.shift(); message; message = this.waiting.shift()) await this.parts.handle(message)
    this.isWorking = false
  }
}
