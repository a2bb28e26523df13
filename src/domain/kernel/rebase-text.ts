/** One changed stretch of a text, counted in words and the blanks between them: `from` to `to` of the old one became `words`. */
type Stretch = { readonly from: number; readonly to: number; readonly words: readonly string[] }

const wordsOf = (text: string): readonly string[] => text.split(/(\s+)/)

const stretchBetween = (before: readonly string[], after: readonly string[]): Stretch => {
  const shortest = Math.min(before.length, after.length)
  let head = 0
  while (head < shortest && before[head] === after[head]) head++
  let tail = 0
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { from: head, to: before.length - tail, words: after.slice(head, after.length - tail) }
}

const put = (text: readonly string[], { from, to, words }: Stretch): string =>
  [...text.slice(0, from), ...words, ...text.slice(to)].join('')

/**
 * Brings my version of a text and one that arrived meanwhile together. In: the text both began with, mine, theirs. Out: theirs with
 * my change in it; where both changed the same words, theirs stand first and mine behind them, so that nothing typed is lost.
 */
export const rebaseText = (base: string, mine: string, theirs: string): string => {
  if (theirs === base || theirs === mine) return mine
  if (mine === base) return theirs
  const [before, other] = [wordsOf(base), wordsOf(theirs)]
  const [own, foreign] = [stretchBetween(before, wordsOf(mine)), stretchBetween(before, other)]
  const shift = foreign.words.length - (foreign.to - foreign.from)
  if (own.to < foreign.from) return put(other, own)
  if (own.from > foreign.to) return put(other, { ...own, from: own.from + shift, to: own.to + shift })
  const end = foreign.from + foreign.words.length
  return put(other, { from: end, to: end, words: [' ', ...own.words] })
}
