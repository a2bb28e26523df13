/** What a link may bring unasked: so much at once, and so much a second for good. */
export type Allowance = Readonly<{ perSecond: number; atOnce: number }>

/** A bucket that runs dry: refilled by time, emptied by use. Time in milliseconds, and it may be set back. */
export class Meter {
  private readonly allowance: Allowance
  private left: number
  private at: number

  constructor(allowance: Allowance, now: number) {
    this.allowance = allowance
    this.left = allowance.atOnce
    this.at = now
  }

  /** Whether `amount` is allowed now; then it is used up. */
  use(amount: number, now: number): boolean {
    const { perSecond, atOnce } = this.allowance
    this.left = Math.min(atOnce, this.left + (Math.max(0, now - this.at) * perSecond) / 1000)
    this.at = now
    if (amount > this.left) return false
    this.left -= amount
    return true
  }
}
