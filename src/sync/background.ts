import type { SaveFailure } from '../workspace/ports.ts'
import type { Clock } from './clock-port.ts'
import { Timers } from './timers.ts'

/** Waits for work as nobody else does. Resolves when it is over, however it went. */
export type Run = (work: Promise<unknown>) => Promise<void>

type BackgroundParts = Readonly<{
  clock: Clock
  /** Milliseconds until it is tried again. */
  wait: number
  /** Does everything again that may not have been done. */
  again: () => Promise<void>
  onChange: () => void
}>

/** What is told of an error nobody expected. */
export const failureOf = (error: unknown): SaveFailure => ({
  because: 'storageFailed',
  detail: error instanceof Error ? error.message : String(error),
})

/**
 * Work nobody waits for. A journal that cannot be read must not end the sync that asked for it: the failure is told, and after a while
 * all of it is tried again.
 */
export class Background {
  private readonly parts: BackgroundParts
  private readonly timers: Timers
  private last: SaveFailure | undefined

  constructor(parts: BackgroundParts) {
    this.parts = parts
    this.timers = new Timers(parts.clock)
  }

  get failure(): SaveFailure | undefined {
    return this.last
  }

  /** What came of the last attempt to write. A failure is told until it has been tried again. */
  note(failure: SaveFailure | undefined): void {
    this.last = failure
    if (failure) this.timers.later('again', this.parts.wait, () => this.tryAgain())
  }

  readonly run: Run = async work => {
    try {
      await work
    } catch (error) {
      this.note(failureOf(error))
      this.parts.onChange()
    }
  }

  stop(): void {
    this.timers.stop()
  }

  private tryAgain(): void {
    this.last = undefined
    void this.run(this.parts.again())
    this.parts.onChange()
  }
}
