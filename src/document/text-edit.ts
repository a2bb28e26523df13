export type TextEdit = Readonly<{ at: number; remove: number; insert: string }>

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/**
 * The smallest single edit that turns one text into another, so that what a colleague types elsewhere in it survives.
 * In and out: UTF-16 offsets; a surrogate pair is never cut in two. Undefined when the texts are equal.
 */
export const textEdit = (from: string, to: string): TextEdit | undefined => {
  if (from === to) return undefined
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++
  if (start > 0 && (isLowSurrogate(from.charCodeAt(start)) || isLowSurrogate(to.charCodeAt(start)))) start--
  let end = 0
  while (end < shorter - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++
  if (end > 0 && isLowSurrogate(from.charCodeAt(from.length - end))) end--
  return { at: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) }
}
