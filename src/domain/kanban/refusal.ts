import type { LineRefusal } from '../kernel/line.ts'

/** A column that refuses more cards than its limit. */
export type ColumnIsFull = {
  readonly because: 'columnIsFull'
  readonly column: string
  readonly limit: number
  /** How many cards are in it now. */
  readonly count: number
}

/** Why a rule about columns refuses. */
export type KanbanRefusal =
  | LineRefusal
  | ColumnIsFull
  | { readonly because: 'teamIsGone' }
  | { readonly because: 'columnIsGone' }
  | { readonly because: 'columnIsLast' }
  | { readonly because: 'targetIsGone' }
  | { readonly because: 'textIsTooLong'; readonly longest: number }
  | { readonly because: 'numberIsUnfit' }
