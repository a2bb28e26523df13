// What a line begins with that its continuation stands behind: a quote, a bullet, a number, a tick box.
const beginning = /^(\s*(?:>\s?)*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?)/

const wrapLine = (line: string, width: number): readonly string[] => {
  if (line.length <= width) return [line.trimEnd()]
  const words = line.replace(beginning, '')
  const head = line.slice(0, line.length - words.length)
  const indent = head.replace(/[^\s>]/g, ' ')
  const lines: string[] = []
  let current = head
  for (const word of words.split(/\s+/)) {
    const isFirst = current === head || current === indent
    if (!isFirst && current.length + 1 + word.length > width) {
      lines.push(current)
      current = indent
    }
    current += current === head || current === indent ? word : ` ${word}`
  }
  return [...lines, current.trimEnd()]
}

/**
 * Breaks the lines of a plain text at `width` characters between words, the continuation behind its bullet, tick box or quote. A word
 * that is longer (an address) stays whole; breaks that are there stay.
 */
export const wrapText = (text: string, width: number): string =>
  text
    .split(/\r\n|[\n\r]/)
    .flatMap(line => wrapLine(line, width))
    .join('\n')
