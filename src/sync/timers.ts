import type { Clock } from './clock-port.ts'

/** What somebody means to do later, all of it called off at once when they are gone. */
export class Timers {
  private readonly clock: Pick<Clock, 'after'>
  private readonly named = new Map<string, () => void>()
  private isStopped = false

  constructor(clock: Pick<Clock, 'after'>) {
    this.clock = clock
  }

  /** The same thing meant twice is done once, at the later time. */
  later(name: string, milliseconds: number, work: () => void): void {
    this.named.get(name)?.()
    const callOff = this.clock.after(milliseconds, () => {
      this.named.delete(name)
      if (!this.isStopped) work()
    })
    this.named.set(name, callOff)
  }

  isMeant(name: string): boolean {
    return this.named.has(name)
  }

  stop(): void {
    this.isStopped = true
    for (const callOff of this.named.values()) callOff()
    this.named.clear()
  }
}
