import type { Bytes } from '../journal/bytes.ts'
import type { CloseReason } from './link.ts'

/** What somebody may send who has not proved who they are: a hello with its certificates, and a proof. */
export const strangerBytes = 8 * 1024

/** One end of a link, between a carrier's own events and `StrangerLink`: who listens, what waits, how it ended. */
export class LinkEnd {
  private readonly messageListeners = new Set<(message: Bytes) => void>()
  private readonly closeListeners = new Set<(why: CloseReason) => void>()
  private readonly waiting: Bytes[] = []
  private received = 0
  private isTrusted = false
  /** Undefined while it lasts. */
  ended: CloseReason | undefined

  onMessage(listener: (message: Bytes) => void): () => void {
    this.messageListeners.add(listener)
    queueMicrotask(() => this.tell())
    return () => void this.messageListeners.delete(listener)
  }

  onClose(listener: (why: CloseReason) => void): () => void {
    if (this.ended === undefined) this.closeListeners.add(listener)
    else listener(this.ended)
    return () => void this.closeListeners.delete(listener)
  }

  trust(): void {
    this.isTrusted = true
  }

  /** Counts what came in, in bytes. Out: whether the other end may have sent that much. */
  isWithin(bytes: number): boolean {
    this.received += bytes
    return this.isTrusted || this.received <= strangerBytes
  }

  /** A whole message has come. */
  deliver(message: Bytes): void {
    if (this.ended !== undefined) return
    this.waiting.push(message)
    this.tell()
  }

  /** It is over, and everybody is told. Out: false when it was over already. */
  end(why: CloseReason): boolean {
    if (this.ended !== undefined) return false
    this.ended = why
    const listeners = [...this.closeListeners]
    this.closeListeners.clear()
    for (const listener of listeners) listener(why)
    return true
  }

  private tell(): void {
    while (this.messageListeners.size > 0) {
      const message = this.waiting.shift()
      if (!message) return
      for (const listener of this.messageListeners) listener(message)
    }
  }
}
