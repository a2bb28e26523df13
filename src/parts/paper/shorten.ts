/** What fits on a card of A6 beside its title. */
const [mostLines, mostCharacters] = [9, 420]

/** The beginning of a text, up to the end of a word; an ellipsis says that it goes on elsewhere. */
export const shorten = (text: string): string => {
  const lines = text.split(/\r\n|\n|\r/).filter(line => line.trim() !== '')
  const few = lines.slice(0, mostLines).join('\n')
  if (few.length <= mostCharacters) return lines.length > mostLines ? `${few} …` : text
  const cut = few.slice(0, mostCharacters)
  const end = cut.search(/\s\S*$/)
  return `${end > mostCharacters / 2 ? cut.slice(0, end) : cut} …`
}
