export type RefusalWord = 'notSigned' | 'foreign' | 'tooLarge' | 'damaged' | 'other'

const words: Readonly<Record<string, RefusalWord>> = {
  'signature is wrong': 'notSigned',
  'author is foreign': 'foreign',
  'client belongs to another device': 'foreign',
  'update is too large': 'tooLarge',
  'entry is too large': 'tooLarge',
  'nesting is too deep': 'tooLarge',
  'seal is broken': 'damaged',
  'payload is malformed': 'damaged',
  'update is malformed': 'damaged',
  'clock is wrong': 'damaged',
  'dependency is missing': 'damaged',
  'struct is not allowed': 'other',
}

/** Of all reasons why an entry is refused, the few that mean something else to people. */
export const refusalWords = (reason: string): RefusalWord => words[reason] ?? 'other'
