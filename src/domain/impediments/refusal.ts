import type { LineRefusal } from '../kernel/line.ts'
import type { ImpedimentState } from './impediment.ts'

/** Why an impediment cannot be changed as asked. */
export type ImpedimentRefusal =
  | { because: 'teamIsGone' }
  | { because: 'impedimentIsGone' }
  | LineRefusal
  | { because: 'textIsTooLong'; longest: number }
  | { because: 'dayIsUnfit' }
  | { because: 'itemIsGone' }
  | { because: 'itemIsInAnotherTeam' }
  | { because: 'impedimentCannotGoThere'; from: ImpedimentState; to: ImpedimentState }
  /** Escalation goes up the ladder, never down or in place. */
  | { because: 'levelIsNotHigher'; level: number }
