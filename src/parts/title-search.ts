import type { Item } from '../domain/work/item.ts'
import { longKey } from '../domain/work/shown-key.ts'

const spelled: Readonly<Record<string, string>> = { 'a\u0308': 'ae', 'o\u0308': 'oe', 'u\u0308': 'ue' }

const foreign = /[\u0080-\uffff]/

/** ä and ae, ß and ss, É and e are found for each other. German goes a short way: the first letter typed folds every title. */
export const folded = (text: string): string => {
  const lower = text.toLowerCase()
  if (!foreign.test(lower)) return lower
  const plain = lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
  if (!foreign.test(plain)) return plain
  return plain.normalize('NFD').replaceAll(/[aou]\u0308|\p{M}/gu, found => spelled[found] ?? '')
}

const foldedTitles = new WeakMap<Item, string>()

/** Folding ten thousand titles costs more than looking through them, so it is done once per record. */
const foldedTitle = (record: Item): string => {
  const known = foldedTitles.get(record)
  if (known !== undefined) return known
  const made = folded(`${record.title} ${longKey(record)} ${record.sourceKey}`)
  foldedTitles.set(record, made)
  return made
}

/** In: what was typed. Out: whether an item's title or key holds it; nothing typed is in every item. */
export const titleSearch = (text: string): ((record: Item) => boolean) => {
  const wanted = folded(text.trim())
  return wanted === '' ? () => true : record => foldedTitle(record).includes(wanted)
}

/** Whether all that `to` finds was among what `from` has found: each further letter only has to look there. */
export const narrowsSearch = (from: string, to: string): boolean => folded(to.trim()).includes(folded(from.trim()))
