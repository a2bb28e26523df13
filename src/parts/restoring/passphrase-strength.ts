import { shortestPassphrase } from '../../workspace/exchange-port.ts'

/** How long somebody with the file and all the time in the world would need: a guess for a sentence, no promise. */
export type PassphraseStrength = 'tooShort' | 'weak' | 'fair' | 'good'

const fewest = 6
const manySigns = 20
const manyWords = 4

/** Characters that are still missing to the shortest passphrase that is taken. */
export const missingSigns = (passphrase: string): number =>
  Math.max(0, shortestPassphrase - [...passphrase.normalize('NFC')].length)

export const passphraseStrength = (passphrase: string): PassphraseStrength => {
  if (missingSigns(passphrase) > 0) return 'tooShort'
  const signs = [...passphrase.normalize('NFC').toLowerCase()]
  // Digits alone, or the same few signs over and over, are tried first.
  if (new Set(signs).size < fewest || /^[\d\s.\-/]*$/.test(passphrase)) return 'weak'
  const words = passphrase.split(/[\s\-_.]+/).filter(word => word.length > 2)
  return words.length >= manyWords || (signs.length >= manySigns && new Set(signs).size >= 2 * fewest) ? 'good' : 'fair'
}
