import type { ColumnIsFull } from '../kanban/refusal.ts'

/** Why an import is refused; nothing has changed then. */
export type IntakeRefusal =
  | ColumnIsFull
  | { readonly because: 'teamIsGone' }
  | { readonly because: 'columnIsGone' }
  | { readonly because: 'nothingToImport' }
