import { foldText } from '../domain/search/fold-text.ts'
import type { Item } from '../domain/work/item.ts'
import { longKey } from '../domain/work/shown-key.ts'

const foldedTitles = new WeakMap<Item, string>()

/** Folding ten thousand titles costs more than looking through them, so it is done once per record. */
const foldedTitle = (record: Item): string => {
  const known = foldedTitles.get(record)
  if (known !== undefined) return known
  const made = foldText(`${record.title} ${longKey(record)} ${record.sourceKey}`)
  foldedTitles.set(record, made)
  return made
}

/** In: what was typed. Out: whether an item's title or key holds it; nothing typed is in every item. */
export const titleSearch = (text: string): ((record: Item) => boolean) => {
  const wanted = foldText(text.trim())
  return wanted === '' ? () => true : record => foldedTitle(record).includes(wanted)
}

/** Whether all that `to` finds was among what `from` has found: each further letter only has to look there. */
export const narrowsSearch = (from: string, to: string): boolean => foldText(to.trim()).includes(foldText(from.trim()))
