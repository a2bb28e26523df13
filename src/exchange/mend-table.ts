const quoted = /"[^"]*"/g

/**
 * Rows that end sometimes in CRLF and sometimes in LF, as after a copy from a mail, would run into each other: then all get the
 * same end. Text whose rows end alike stays as it is, and with it the line ends inside its cells.
 */
export const mendLineEnds = (text: string): string => {
  if (!text.includes('\r')) return text
  const between = text.replace(quoted, '')
  const [all, pairs] = [between.match(/\r\n|\r|\n/g)?.length ?? 0, between.match(/\r\n/g)?.length ?? 0]
  const lone = between.match(/\r(?!\n)/g)?.length ?? 0
  return pairs === all || (pairs === 0 && (lone === 0 || lone === all)) ? text : text.replace(/\r\n?/g, '\n')
}

/** Where the cell that begins at `start` with a quotation mark is closed; -1 when it never is, or goes on behind the mark. */
const closingMark = (text: string, start: number, delimiter: string): number => {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++
      continue
    }
    let next = at + 1
    while (text[next] === ' ') next++
    const sign = text[next]
    return sign === undefined || sign === delimiter || sign === '\n' || sign === '\r' ? at : -1
  }
  return -1
}

/**
 * A cell like `"Sonder"fall`, as Excel copies it, makes readers of CSV swallow the rows behind it. In: the text of a table. Out: the
 * same text, with each cell that begins with a quotation mark and does not end with one quoted properly.
 */
export const mendQuotes = (text: string, delimiter: string): string => {
  const parts: string[] = []
  let copied = 0
  const isStart = (at: number): boolean => at === 0 || [delimiter, '\n', '\r'].includes(text[at - 1] ?? '')
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isStart(at)) continue
    const end = closingMark(text, at, delimiter)
    if (end >= 0) {
      at = end
      continue
    }
    const stop = endOfCell(text, at, delimiter)
    parts.push(text.slice(copied, at), `"${text.slice(at, stop).replaceAll('"', '""')}"`)
    copied = stop
    at = stop - 1
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(copied)
}

const endOfCell = (text: string, start: number, delimiter: string): number => {
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (sign === delimiter || sign === '\n' || sign === '\r') return at
  }
  return text.length
}
