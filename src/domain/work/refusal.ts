import type { ColumnIsFull } from '../kanban/refusal.ts'
import type { LineRefusal } from '../kernel/line.ts'
import type { Direction } from './direction.ts'

/** Why a rule about items refuses. */
export type WorkRefusal =
  | LineRefusal
  | ColumnIsFull
  | { readonly because: 'teamIsGone' }
  | { readonly because: 'columnIsGone' }
  | { readonly because: 'itemIsGone' }
  | { readonly because: 'itemIsDropped' }
  | { readonly because: 'itemIsMoved' }
  | { readonly because: 'itemIsInTeam' }
  | { readonly because: 'itemKeepsParts'; readonly count: number }
  | { readonly because: 'teamHasNoColumn' }
  | { readonly because: 'epicStaysOffBoard' }
  | { readonly because: 'endIsReached'; readonly direction: Direction }
  | { readonly because: 'linesAreMissing' }
  | { readonly because: 'linesAreTooMany'; readonly most: number; readonly count: number }
  | { readonly because: 'textIsTooLong'; readonly longest: number }
  | { readonly because: 'numberIsUnfit' }
  | { readonly because: 'dayIsUnfit' }
  | { readonly because: 'parentIsUnfit' }
  | { readonly because: 'parentIsGone' }
  | { readonly because: 'partsGoInCircle' }
  | { readonly because: 'itemHasParts'; readonly count: number }
  | { readonly because: 'blockerIsGone' }
  | { readonly because: 'blockersGoInCircle' }
  | { readonly because: 'personIsGone' }
  | { readonly because: 'labelIsGone' }
  | { readonly because: 'labelExists'; readonly label: string }
  | { readonly because: 'checklistIsGone' }
  | { readonly because: 'checkIsGone' }
  | { readonly because: 'itemIsNotInBin' }
