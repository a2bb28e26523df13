import type { Change } from './change.ts'
import type { AnyRefusal, Result } from './result.ts'
import type { View } from './view.ts'

/** The outside world of a rule, handed in as values: who acts, the time (milliseconds UTC), chance. */
export type RuleContext = Readonly<{
  /** The person who acts, by id. */
  actor: string
  now: number
  /** A fresh random id of 12 characters. */
  newId: () => string
  /** A random number in [0, 1). */
  jitter: () => number
}>

/** A rule is pure: it reads the view and answers changes, or refuses and says why. */
export type Rule<Args, Refusal extends AnyRefusal> = (
  view: View,
  args: Args,
  context: RuleContext,
) => Result<readonly Change[], Refusal>

/** A rule with the name under which it stands in undo, history and catalogues. */
export type Command<Args, Refusal extends AnyRefusal> = Readonly<{
  name: string
  rule: Rule<Args, Refusal>
  /** Housework and beginnings, an emptied bin or a sample filled in: undo passes them over. */
  isPassedOver?: boolean
}>

/** Names a rule, so that it can be run, told in activity and taken back. In: the name, lasting; the pure rule. */
export const defineCommand = <Args, Refusal extends AnyRefusal>(
  name: string,
  rule: Rule<Args, Refusal>,
): Command<Args, Refusal> => ({ name, rule })
