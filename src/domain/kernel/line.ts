/** One line of text as it is kept: no line breaks, no doubled blanks, nothing around it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

export type LineRefusal =
  { readonly because: 'nameIsEmpty' } | { readonly because: 'nameIsTooLong'; readonly longest: number }

/** Why a name cannot be kept: nothing in it, or more characters than `longest`. Undefined when it can. */
export const lineRefusal = (name: string, longest: number): LineRefusal | undefined => {
  const { length } = oneLine(name)
  if (length === 0) return { because: 'nameIsEmpty' }
  return length > longest ? { because: 'nameIsTooLong', longest } : undefined
}
