import type { LineRefusal } from '../kernel/line.ts'

/** Why a rule about files and links refuses. */
export type AttachmentRefusal =
  | LineRefusal
  | { readonly because: 'itemIsGone' }
  | { readonly because: 'itemIsMoved' }
  | { readonly because: 'attachmentIsGone' }
  | { readonly because: 'attachmentIsNotInBin' }
  | { readonly because: 'attachmentIsThere'; readonly name: string }
  | { readonly because: 'attachmentIsUnfit'; readonly name: string }
  | { readonly because: 'fileIsTooLarge'; readonly name: string; readonly megabytes: number }
  | { readonly because: 'linkIsGone' }
  | { readonly because: 'linkIsNotInBin' }
  | { readonly because: 'addressIsMissing' }
  | { readonly because: 'addressIsTooLong'; readonly longest: number }
  | { readonly because: 'addressIsUnsafe' }
