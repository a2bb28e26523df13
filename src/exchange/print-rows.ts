const needsQuotes = /["\r\n;]|^\s|\s$/

/** Prints cells for German Excel: byte order mark, semicolons, CRLF, quotes where needed. Text is not guarded here. */
export const printRows = (rows: readonly (readonly string[])[]): string => {
  const cell = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `\uFEFF${rows.map(row => row.map(cell).join(';')).join('\r\n')}\r\n`
}
