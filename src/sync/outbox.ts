import type { Bytes } from '../journal/bytes.ts'
import type { Run } from './background.ts'
import type { Link } from './link.ts'

/** The next piece of an answer, or undefined when it is complete. Asked for only when there is room for it. */
export type Answer = () => Promise<Bytes | undefined>

/** Bytes that may wait in the fast lane. What has no room there is made up for by the next `have`. */
const mostWaiting = 512 * 1024

/**
 * What waits to be sent over one link. News goes before answers, so that an edit passes a first sync; answers are read piece by piece
 * when the carrier has room, so that a large one costs no memory.
 */
export class Outbox {
  private readonly link: Pick<Link, 'send'>
  private readonly run: Run
  private news: Bytes[] = []
  private answers: Answer[] = []
  private waiting = 0
  private isClosed = false
  private isDraining = false

  constructor(link: Pick<Link, 'send'>, run: Run) {
    this.link = link
    this.run = run
  }

  /** False where there is no room. */
  say(message: Bytes): boolean {
    if (this.isClosed || this.waiting + message.length > mostWaiting) return false
    this.news.push(message)
    this.waiting += message.length
    void this.drain()
    return true
  }

  answer(answer: Answer): void {
    if (this.isClosed) return
    this.answers.push(answer)
    void this.drain()
  }

  /** Nothing of what waits is sent any more. */
  close(): void {
    this.isClosed = true
    this.news = []
    this.answers = []
  }

  private async drain(): Promise<void> {
    if (this.isDraining) return
    this.isDraining = true
    while (!this.isClosed && (this.news.length > 0 || this.answers.length > 0)) {
      const message = this.news.shift() ?? (await this.nextOfAnswer())
      if (message === undefined || this.isClosed) continue
      await this.link.send(message)
      this.waiting = this.news.reduce((sum, { length }) => sum + length, 0)
    }
    this.isDraining = false
  }

  private async nextOfAnswer(): Promise<Bytes | undefined> {
    const [answer] = this.answers
    let message: Bytes | undefined
    // What cannot be read is over: whoever asked for it asks again.
    await this.run(Promise.resolve(answer?.()).then(next => (message = next)))
    if (message === undefined && this.answers[0] === answer) this.answers.shift()
    return message
  }
}
