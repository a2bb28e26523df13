import type { Item } from '../domain/work/item.ts'

/** ä and ae, ß and ss, É and e are found for each other. */
export const folded = (text: string): string =>
  text
    .toLocaleLowerCase('de')
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')

const foldedTitles = new WeakMap<Item, string>()

/** Folding ten thousand titles costs more than looking through them, so it is done once per record. */
const foldedTitle = (record: Item): string => {
  const known = foldedTitles.get(record)
  if (known !== undefined) return known
  const made = folded(`${record.title} ${record.key} ${record.sourceKey}`)
  foldedTitles.set(record, made)
  return made
}

/** In: what was typed. Out: whether an item's title or key holds it; nothing typed is in every item. */
export const titleSearch = (text: string): ((record: Item) => boolean) => {
  const wanted = folded(text.trim())
  return wanted === '' ? () => true : record => foldedTitle(record).includes(wanted)
}
