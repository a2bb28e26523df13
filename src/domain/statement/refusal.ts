/** Why a rule about the accessibility statement refuses. */
export type StatementRefusal =
  { readonly because: 'textIsTooLong'; readonly longest: number } | { readonly because: 'dayIsUnfit' }
