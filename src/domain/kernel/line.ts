/** One line of text as it is kept: no line breaks, no doubled blanks, nothing around it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

// Control characters, and marks that turn the direction of reading: they make a name read otherwise than it is.
const unseen = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** A name or address from outside as it is kept: nothing unseen in it, nothing around it; blanks inside stay as they are. */
export const plainLine = (text: string): string => text.replace(unseen, '').trim()

export type LineRefusal =
  { readonly because: 'nameIsEmpty' } | { readonly because: 'nameIsTooLong'; readonly longest: number }

/** Why a name cannot be kept: nothing in it, or more characters than `longest`. Undefined when it can. */
export const lineRefusal = (name: string, longest: number): LineRefusal | undefined => {
  const { length } = oneLine(name)
  if (length === 0) return { because: 'nameIsEmpty' }
  return length > longest ? { because: 'nameIsTooLong', longest } : undefined
}
