import type { ReactNode } from 'react'

export type PickerOption = {
  readonly id: string
  readonly text: string
  /** A quiet second word, for example the key of a card. */
  readonly detail?: string | undefined
  /** Dot, initials or icon in front. */
  readonly mark?: ReactNode
}

export type PickerProps = {
  readonly anchor: HTMLElement
  /** Name of the list, for example `Personen`. */
  readonly label: string
  readonly options: readonly PickerOption[]
  readonly selected: readonly string[]
  /** Several can be chosen; otherwise choosing one closes the list. */
  readonly multiple?: boolean
  /** The whole new choice. A single one can be taken back by choosing it again. */
  readonly onChange: (selected: readonly string[]) => void
  readonly onClose: () => void
  /** Offers to make what was typed when nothing has this name. */
  readonly create?: { readonly text: (typed: string) => string; readonly run: (typed: string) => void } | undefined
}
