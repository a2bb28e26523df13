import { foldText } from '../../domain/search/fold-text.ts'
import { rawWords, spellings, typedWords } from '../../domain/search/words.ts'
import type { Offer } from '../../parts/slice.ts'

/** How well an offer fits the words typed: each typed whole counts; undefined: one of them stands nowhere in it. */
const fitOf = (text: string, words: readonly string[]): number | undefined => {
  const own = rawWords(text).flatMap(spellings)
  const isMeant = (word: string): boolean =>
    own.some(one => one.startsWith(word) || (word.length > 3 && foldText(one).includes(word)))
  return words.every(isMeant) ? words.filter(word => own.includes(word)).length : undefined
}

/**
 * What can be done under these words: every word typed begins a word of it, or stands inside a long one. What holds the words whole
 * comes first: "sprint" means the sprint before all former sprints. Nothing typed: everything of which there are few.
 */
export const matchingOffers = (offers: readonly Offer[], typed: string): readonly Offer[] => {
  const words = typedWords(typed)
  if (words.length === 0) return offers.filter(({ isMany = false }) => !isMany)
  return offers
    .flatMap(offer => {
      const fit = fitOf(offer.text, words)
      return fit === undefined ? [] : [{ offer, fit }]
    })
    .sort((one, other) => other.fit - one.fit)
    .map(({ offer }) => offer)
}
