import { foldText } from './fold-text.ts'

const word = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text as they stand, in order: runs of letters and digits. */
export const rawWords = (text: string): readonly string[] => text.match(word) ?? []

/** The words of what was typed, as they are compared. */
export const typedWords = (text: string): readonly string[] => rawWords(text).map(foldText)

/** Without marks, as somebody types who has no umlauts at hand: muller finds Müller. */
const bare = (raw: string): string => raw.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')

/** Under which spellings a word of a text is found. */
export const spellings = (raw: string): readonly string[] => [...new Set([foldText(raw), bare(raw)])]
