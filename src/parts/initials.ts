/** The first letters of the first and the last word of a name; one letter for one word. */
export const initials = (name: string): string => {
  const words = name
    .replaceAll(/\(.*?\)/g, ' ')
    .split(/\s+/u)
    .filter(word => /^\p{L}/u.test(word))
  const [first, last] = [words[0] ?? name.trim(), words.length > 1 ? (words.at(-1) ?? '') : '']
  const letter = (word: string): string => [...word][0]?.toLocaleUpperCase('de') ?? ''
  return `${letter(first)}${letter(last)}`
}
