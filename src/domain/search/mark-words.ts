/** A piece of a text: found words are to be marked. */
export type MarkedPiece = Readonly<{ text: string; isFound: boolean }>

/** Shorter words are found where a word begins, longer ones inside a word too: "genehmigung" in Baugenehmigung. */
export const shortestInside = 3

const letters: Readonly<Record<string, string>> = {
  a: '[aàáâãäåāăą]',
  c: '[cçćč]',
  e: '[eèéêëēęě]',
  g: '[gğ]',
  i: '[iìíîïī]',
  n: '[nñńň]',
  o: '[oòóôõöőō]',
  r: '[rřŕ]',
  s: '[sśšş]',
  t: '[tťţ]',
  u: '[uùúûüűůū]',
  y: '[yýÿ]',
  z: '[zźżž]',
}
const pairs: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü', ss: 'ß' }

const letter = (sign: string): string => letters[sign] ?? sign

/** A folded word as a pattern that finds it in a text as it stands: folding a whole description anew for one line took milliseconds. */
const patternOf = (word: string): string => {
  const body = word.replaceAll(/[aou]e|ss|./gsu, found => {
    const both = Array.from(found, letter).join('')
    return pairs[found] === undefined ? both : `(?:${both}|${pairs[found]})`
  })
  return word.length < shortestInside ? `(?<![\\p{L}\\p{N}])${body}` : body
}

const patternFor = (words: readonly string[]): RegExp =>
  new RegExp(words.length === 0 ? '(?!)' : words.map(patternOf).join('|'), 'giu')

/** Cuts a text where words were found. In: the text, the words as `typedWords` gives them. Out: pieces that together are the text. */
export const markWords = (text: string, words: readonly string[]): readonly MarkedPiece[] => {
  const whole = text.normalize('NFC')
  const pieces: MarkedPiece[] = []
  let done = 0
  for (const { 0: found, index } of whole.matchAll(patternFor(words))) {
    if (index > done) pieces.push({ text: whole.slice(done, index), isFound: false })
    pieces.push({ text: found, isFound: true })
    done = index + found.length
  }
  if (done < whole.length) pieces.push({ text: whole.slice(done), isFound: false })
  return pieces
}

/** Signs before what was found, and in all. */
const lead = 40
const longest = 160

/**
 * One line of a long text around the first word that was found in it. Out: undefined when none stands there; an ellipsis where the
 * text goes on.
 */
export const excerptOf = (text: string, words: readonly string[]): string | undefined => {
  const whole = text.normalize('NFC')
  const at = whole.search(patternFor(words))
  if (at < 0) return undefined
  // From the beginning of a word.
  const from = at <= lead ? 0 : at - lead + whole.slice(at - lead, at).search(/(?<=\s)\S|$/u)
  const line = whole
    .slice(from, from + longest)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${from > 0 ? '… ' : ''}${line}${from + longest < whole.length ? ' …' : ''}`
}
