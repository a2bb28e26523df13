import { keyLetters } from '../kernel/id.ts'
import type { DocumentName } from '../kernel/record.ts'
import { live, type View } from '../kernel/view.ts'
import { item, type Item } from './item.ts'

/** What a card adds to its key when it has to: a letter for each character of its id, so the same on every device and for good. */
const tailOf = (id: string): string =>
  Array.from(id, character => keyLetters.charAt(character.charCodeAt(0) % keyLetters.length)).join('')

/** The items of a team with one stored key. Two people may have drawn the same while apart. */
const sharing = (view: View, document: DocumentName, key: string): readonly string[] =>
  view.ids(item, 'key', key).filter(id => live(view, item, id)?.document === document)

/** The key with the first letter of its tail: search finds a card by it whether or not it is shown just now. */
export const longKey = ({ id, key }: Pick<Item, 'id' | 'key'>): string => `${key}${tailOf(id.charAt(0))}`

/**
 * The human key as people see it: the stored one, and after a merge that brought the same key twice one more character on both (more
 * only while that is the same too). Out: `DIG-7K3QX` or `DIG-7K3QXA`; an item without a key has none to show.
 */
export const shownKey = (view: View, { id, document, key }: Pick<Item, 'id' | 'document' | 'key'>): string => {
  // Nearly every key is there once, and boards ask for thousands.
  if (view.ids(item, 'key', key).length < 2) return key
  // What came back from another team has the key of what it left here when it went; it is the same card.
  const others = sharing(view, document, key).filter(other => other !== id && view.get(item, other)?.movedTo === null)
  if (others.length === 0) return key
  const tail = tailOf(id)
  const tails = others.map(tailOf)
  let length = 1
  while (length < tail.length && tails.some(other => other.startsWith(tail.slice(0, length)))) length++
  return `${key}${tail.slice(0, length)}`
}

/** The shown key of an item by its id; empty when it is not here. */
export const shownKeyOf = (view: View, id: string): string => {
  const record = view.get(item, id)
  return record ? shownKey(view, record) : ''
}

/**
 * The item a key leads to, by id, outside the bin. In: a key as it is or was shown in a team's document; a longer one still leads to
 * its card when the other has gone, a shorter one to the first of those that share it.
 */
export const itemByKey = (view: View, document: DocumentName, key: string): string | undefined => {
  for (let length = key.length; length > 0; length--) {
    const rest = key.slice(length)
    const found = sharing(view, document, key.slice(0, length)).find(id => tailOf(id).startsWith(rest))
    if (found !== undefined) return found
  }
  return undefined
}
