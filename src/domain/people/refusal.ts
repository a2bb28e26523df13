import type { LineRefusal } from '../kernel/line.ts'

/** Why a rule about people and teams refuses. */
export type PeopleRefusal =
  | LineRefusal
  | { readonly because: 'prefixIsUnfit' }
  | { readonly because: 'columnsAreMissing' }
  | { readonly because: 'teamIsGone' }
  | { readonly because: 'teamIsNotInBin' }
  | { readonly because: 'personIsGone' }
  | { readonly because: 'personIsNotInBin' }
  | { readonly because: 'personIsInTeam' }
  | { readonly because: 'numberIsUnfit' }
  | { readonly because: 'boundsAreSwapped' }
