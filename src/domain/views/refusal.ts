import type { LineRefusal } from '../kernel/line.ts'

/** Why a rule about saved views refuses. */
export type ViewsRefusal =
  | LineRefusal
  | { readonly because: 'teamIsGone' }
  | { readonly because: 'viewIsGone' }
  | { readonly because: 'viewExists' }
  | { readonly because: 'viewIsUnfit' }
