/** As much of a paste as is looked at: rows further down look like those before them. */
const lookedAt = 64 * 1024

const countOf = (line: string, sign: string): number => line.split(sign).length - 1

/** Sentences have commas too; in a table they stand in every line equally often, and no blank comes after them. */
const isEvenly = (lines: readonly string[], sign: string): boolean => {
  const [first = 0, ...rest] = lines.map(line => countOf(line, sign))
  const isSentence = sign === ',' && lines.some(line => /,\s/.test(line))
  return first > 0 && rest.length > 0 && rest.every(count => count === first) && !isSentence
}

/**
 * How many columns a pasted text has; 1: it is a list. Rows with tabs come from Excel, Planner or a table in a mail; semicolons, bars
 * and commas part columns only where every line has equally many. What stands in quotation marks is one cell.
 */
export const pastedColumns = (text: string): number => {
  const lines = text
    .slice(0, lookedAt)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|[\n\r]/)
    .filter(line => line.trim() !== '')
  const tabbed = lines.filter(line => line.includes('\t'))
  const most = (some: readonly string[], sign: string): number =>
    some.reduce((width, line) => Math.max(width, countOf(line, sign) + 1), 1)
  if (tabbed.length > 0 && tabbed.length * 2 >= lines.length) return most(tabbed, '\t')
  const sign = [';', '|', ','].find(one => isEvenly(lines, one))
  return sign === undefined ? 1 : most(lines, sign)
}
