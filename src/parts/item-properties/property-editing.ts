import type { Item } from '../../domain/work/item.ts'
import type { ItemValues } from './read-properties.ts'

/** What every property's editor is given. */
export type PropertyEditing = {
  readonly record: Item
  readonly values: ItemValues
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}
