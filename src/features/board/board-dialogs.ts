import { lazyPart } from '../../parts/lazy-part.ts'

/** What opens over a board, and seldom: the first card need not wait for it. */
export const ColumnDialog = lazyPart(async () => ({ default: (await import('./column-dialog.tsx')).ColumnDialog }))
export const DeleteColumnDialog = lazyPart(async () => ({
  default: (await import('./delete-column-dialog.tsx')).DeleteColumnDialog,
}))
export const PasteLinesDialog = lazyPart(async () => ({
  default: (await import('../../parts/paste-lines-dialog.tsx')).PasteLinesDialog,
}))
