/** Why a rule about comments refuses. */
export type DiscussionRefusal =
  | { readonly because: 'itemIsGone' }
  | { readonly because: 'itemIsMoved' }
  | { readonly because: 'commentIsGone' }
  | { readonly because: 'commentIsNotInBin' }
  | { readonly because: 'commentIsNotOwn' }
  | { readonly because: 'textIsMissing' }
  | { readonly because: 'textIsTooLong'; readonly longest: number }
