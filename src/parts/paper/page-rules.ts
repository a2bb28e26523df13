/** What stands in the margins of every sheet, in the language of who prints. */
export type SheetTexts = Readonly<{
  title: string
  date: string
  /** "Seite 1 von 2" with the two counters between the pieces. */
  page: readonly [before: string, between: string, after: string]
}>

export type SheetShape = 'upright' | 'wide' | 'cut'

/** As a string of CSS: nothing typed by a person ends it early. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\\n\r\f<]/g, found => `\\${found.codePointAt(0)?.toString(16) ?? ''} `)}"`

/** A margin holds one line; the whole title stands on the first sheet. */
const longest = 90
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

const box = (name: string, content: string): string =>
  `@${name} { content: ${content}; color: black; font: 9pt system-ui, sans-serif; white-space: nowrap }`

/**
 * The rules of a printed sheet: A4, and in its margins title, date and "page n of m". The first sheet has title and date in its head
 * already. Sheets to cut have no margins; what they say stands on them.
 */
export const pageRules = (shape: SheetShape, { title, date, page }: SheetTexts): string => {
  if (shape === 'cut') return '@page { size: A4; margin: 0 }'
  const [before, between, after] = page.map(quoted)
  const count = `${before} counter(page) ${between} counter(pages) ${after}`
  return `@page {
    size: A4 ${shape === 'wide' ? 'landscape' : 'portrait'};
    margin: 16mm 14mm;
    ${box('top-left', quoted(short(title)))}
    ${box('top-right', quoted(date))}
    ${box('bottom-right', count)}
  }
  @page :first { @top-left { content: none } @top-right { content: none } }`
}
