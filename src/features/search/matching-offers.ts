import { foldText } from '../../domain/search/fold-text.ts'
import { rawWords, spellings, typedWords } from '../../domain/search/words.ts'
import type { Offer } from '../../parts/slice.ts'

/** What can be done under these words: every word typed begins a word of it, or stands inside a long one. Nothing typed: everything. */
export const matchingOffers = (offers: readonly Offer[], typed: string): readonly Offer[] => {
  const words = typedWords(typed)
  if (words.length === 0) return offers
  return offers.filter(({ text }) => {
    const own = rawWords(text).flatMap(spellings)
    return words.every(word =>
      own.some(one => one.startsWith(word) || (word.length > 3 && foldText(one).includes(word))),
    )
  })
}
