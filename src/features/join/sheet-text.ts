/** Groups of five signs with hyphens between them, also where lines break. */
const groups = /(?<![0-9A-Z])(?:[0-9A-Z]{5}[-\s]+){24}[0-9A-Z]{5}(?![0-9A-Z])/i

/** The sheet's own text in what somebody typed, scanned or found in its file; what holds no such groups is left as it is, to be judged. */
export const sheetTextIn = (text: string): string => groups.exec(text)?.[0].replaceAll(/[-\s]+/g, '-') ?? text.trim()
