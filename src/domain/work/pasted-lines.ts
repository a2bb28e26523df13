import { oneLine } from '../kernel/line.ts'

/** One line of a pasted list, without its bullet; ticked when the list had it ticked. */
export type PastedLine = { readonly text: string; readonly isTicked: boolean }

/** More lines than this in one paste are an import. */
export const mostLines = 500

// What stands in front of a point in mails, Word and Markdown: dashes, dots, arrows, "1.", "2)".
const bullet = /^(?:[-–—*+](?=\s|$)|[•·‣◦▪▫■□●○▶►▸➤➢✦]|\d{1,3}[.)](?=\s|$))\s*/u
const tick = /^(?:\[(?<mark>[ xX✓✔]?)\](?=\s|$)|(?<sign>[☐☑☒✓✔✅]))\s*/u

const withoutBullets = (line: string): string => {
  const rest = line.replace(bullet, '')
  return rest === line ? line : withoutBullets(rest)
}

const readLine = (line: string): PastedLine => {
  const text = withoutBullets(oneLine(line))
  const found = tick.exec(text)
  const mark = found?.groups?.['mark'] ?? found?.groups?.['sign'] ?? ''
  return { text: text.slice(found?.[0].length ?? 0).trim(), isTicked: !['', ' ', '☐'].includes(mark) }
}

/** Reads a pasted list: one point per line, bullets and tick boxes taken off, empty lines dropped. */
export const pastedLines = (text: string): readonly PastedLine[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\v]/)
    .map(readLine)
    .filter(line => line.text !== '')
