import type { DocumentName } from '../domain/kernel/record.ts'
import type { Clock } from './clock-port.ts'

/** Documents in which something was taken. What comes together is told together, a moment later. */
export class News {
  private readonly clock: Clock
  private readonly wait: number
  private readonly tell: (documents: readonly DocumentName[]) => void
  private readonly documents = new Set<DocumentName>()
  private callOff: (() => void) | undefined

  constructor(clock: Clock, wait: number, tell: (documents: readonly DocumentName[]) => void) {
    this.clock = clock
    this.wait = wait
    this.tell = tell
  }

  add(document: DocumentName): void {
    this.documents.add(document)
    this.callOff ??= this.clock.after(this.wait * (1 + this.clock.jitter()), () => {
      this.callOff = undefined
      const documents = [...this.documents]
      this.documents.clear()
      this.tell(documents)
    })
  }

  stop(): void {
    this.callOff?.()
  }
}
