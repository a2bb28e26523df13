import type { Result } from '../domain/kernel/result.ts'

/** What this device can do for the day on which the last administering device is lost. */
export type RecoveryState = Readonly<{
  /** The root's key lies here: a sheet can be made. */
  holdsRoot: boolean
  /** When a sheet was last printed or saved here, milliseconds UTC. */
  madeAt: number | undefined
  /** The person has put the offer away. */
  isPutAway: boolean
}>

export type MakingRefusal = Readonly<{ because: 'passphraseIsTooShort' | 'rootIsElsewhere' }>

/** The recovery sheet of an open workspace. */
export type Recovery = Readonly<{
  state(): Promise<RecoveryState>
  /** Seals the root's key by a passphrase. Out: the sheet as text, in groups of five signs. */
  makeSheet(passphrase: string): Promise<Result<string, MakingRefusal>>
  /** It has left the screen: printed, or saved as a file. `now`: milliseconds UTC. */
  noteMade(now: number): Promise<void>
  putOfferAway(): Promise<void>
}>
