/*
 * Stands in for `lib0/logging`. Yjs says four sentences to the console; the module it takes them from draws consoles into pages and brings
 * a schema language along: 3 KB, packed, that every device would read before its first card.
 */
export const BOLD = ''
export const UNBOLD = ''
export const ORANGE = ''
export const RED = ''

/* oxlint-disable no-console -- whoever develops here reads what Yjs has to say */
export const print = (...words: readonly unknown[]): void => console.log(...words.filter(word => word !== ''))
export const warn = (...words: readonly unknown[]): void => console.warn(...words)
