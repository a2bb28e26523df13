const fewest = 2
const most = 6

/** Whether a text can stand in front of card keys: two to six capitals. */
export const isPrefix = (text: string): boolean => /^[A-Z]{2,6}$/.test(text)

/** Little words in German and English that carry no meaning in a name. */
const littleWords = new Set(
  'am an auf bei das den der des die ein eine für fur im in mit of the und and for vom von zu zum zur'.split(' '),
)

// German officials write Ä as AE where a key allows only A to Z; other accents fall away.
const inCapitals = (word: string): string =>
  word
    .toLocaleUpperCase('de')
    .replace(/Ä/g, 'AE')
    .replace(/Ö/g, 'OE')
    .replace(/Ü/g, 'UE')
    .normalize('NFD')
    .replace(/[^A-Z]/g, '')

/**
 * Proposes the prefix of a team's card keys. In: the team's name, and which prefixes are in use. Out: two to six capitals: the
 * initials of three or more words ("Amt für Umwelt und Soziales und Bau" → AUSB), otherwise the first letters ("Digitale
 * Bauakte" → DIG), one letter more for each that is taken.
 */
export const proposePrefix = (name: string, isTaken: (prefix: string) => boolean = () => false): string => {
  const words = name
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .filter(word => !littleWords.has(word.toLocaleLowerCase('de')))
    .map(inCapitals)
    .filter(word => word !== '')
  const [firstWord] = words
  if (firstWord === undefined) return 'TEAM'
  const letters = words.join('')
  const beginning = (length: number): string => letters.slice(0, length).padEnd(fewest, letters)
  const short = beginning(Math.min(Math.max(firstWord.length, fewest), 3))
  const initials = words.map(word => word.charAt(0)).join('')
  const proposals = [initials.length >= 3 ? initials.slice(0, most) : short, ...[3, 4, 5, most].map(beginning)]
  return proposals.find(prefix => !isTaken(prefix)) ?? short
}
