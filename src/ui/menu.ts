import type { IconType } from './icons.ts'

export type MenuAction = {
  readonly kind?: 'action'
  readonly id: string
  readonly text: string
  /** The language of the text when it is another than that of the page. */
  readonly lang?: string
  readonly icon?: IconType | undefined
  /** Shown at the end of the row, for example `M`. */
  readonly shortcut?: string | undefined
  /** Draws a tick: the item is a choice and this is the current one. */
  readonly checked?: boolean | undefined
  readonly danger?: boolean
  /** Why it cannot be chosen now; the item stays reachable so that the reason can be read. */
  readonly refusal?: string | undefined
  readonly onSelect: () => void
}

export type MenuEntry =
  | MenuAction
  | { readonly kind: 'line'; readonly id: string }
  | { readonly kind: 'heading'; readonly id: string; readonly text: string }
