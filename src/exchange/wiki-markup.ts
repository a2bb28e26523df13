/** How often a line of a numbered list came before, by its depth. */
type Numbers = number[]

const heading = /^\s*h([1-6])\.\s+(.*)$/
const point = /^\s*([*#]+|-)\s+(.*)$/
const quotation = /^\s*bq\.\s+(.*)$/
const row = /^\s*\|+(.*)$/
const verbatim = /^\s*\{(?:code|noformat)(?:[:|][^{}]*)?\}/
const verbatimMark = /\{(?:code|noformat)(?:[:|][^{}]*)?\}/g
const mark = /\{(?:color|panel|quote|anchor|expand|section|column)(?:[:|][^{}\n]*)?\}/g

/** Longer texts are cut before they are looked at; what a card or comment can hold is less than half of it. */
const longest = 80_000

const linkOf = (label: string, target: string): string => {
  if (!/^(?:https?:\/\/|mailto:)/i.test(target)) return `${label} (${target})`
  const address = target.replaceAll('(', '%28').replaceAll(')', '%29')
  return label === target ? target : `[${label}](${address})`
}

const formatInline = (text: string, nameOf: (id: string) => string): string =>
  text
    .replace(mark, '')
    .replace(/\{\{([^{}\n]+)\}\}/g, '$1')
    .replace(/\[~(?:accountid:)?([^[\]\n]+)\]/g, (_, id: string) => `@${nameOf(id)}`)
    .replace(/\[\^([^[\]|\n]+)(?:\|[^[\]\n]*)?\]/g, '$1')
    .replace(/!([^\s!|][^!|\n]*\.\w{2,5})(?:\|[^!\n]*)?!/g, '[$1]')
    .replace(/\[([^[\]|\n]+)\|([^[\]|\s]+)(?:\|[^[\]\n]*)?\]/g, (_, label: string, target: string) =>
      linkOf(label.trim(), target),
    )
    .replace(/\[((?:https?:\/\/|mailto:)[^[\]|\s]+)\]/g, '$1')
    .replace(/(?<![\p{L}\p{N}*\\])\*(?![\s*])([^*\n]*[^\s*\\])\*(?![\p{L}\p{N}*])/gu, '**$1**')
    .replace(/\\\\(?=\s|$)/g, '\n')
    .replace(/\\([*_{}[\]!|~^+#-])/g, '$1')

const cellsOf = (text: string): string =>
  text
    .replace(/\|+\s*$/, '')
    .split(/\|+/)
    .map(cell => cell.trim())
    .join(' | ')

/** `**` and `##` are the second level; a numbered line counts on where its list stopped. */
const pointOf = (signs: string, text: string, numbers: Numbers): string => {
  const depth = signs.length - 1
  numbers.length = Math.min(numbers.length, depth + 1)
  const indent = '  '.repeat(depth)
  if (!signs.endsWith('#')) return `${indent}- ${text}`
  const number = (numbers[depth] ?? 0) + 1
  numbers[depth] = number
  return `${indent}${number}. ${text}`
}

const lineOf = (line: string, numbers: Numbers, nameOf: (id: string) => string): string => {
  const [, signs, said] = point.exec(line) ?? []
  if (signs !== undefined) return pointOf(signs, formatInline(said ?? '', nameOf), numbers)
  numbers.length = 0
  const [, level, title] = heading.exec(line) ?? []
  if (level !== undefined) return `${'#'.repeat(Number(level))} ${formatInline(title ?? '', nameOf)}`
  const quoted = quotation.exec(line)?.[1]
  if (quoted !== undefined) return `> ${formatInline(quoted, nameOf)}`
  const cells = row.exec(line)?.[1]
  // Links have bars of their own: they are translated before a row is cut into cells.
  return cells === undefined ? formatInline(line, nameOf) : cellsOf(formatInline(cells, nameOf))
}

/**
 * Makes Jira's wiki markup readable as our Markdown: headings, lists, bold, links; macros fall away and leave their text, tables
 * become lines with bars, pictures and files their names. What stands in `{code}` or `{noformat}` stays as it is. In: the text as
 * the CSV has it; `nameOf` knows the people behind account ids. (Atlassian, "Text formatting notation", Jira 9.)
 */
export const readWikiMarkup = (text: string, nameOf: (id: string) => string = id => id): string => {
  const numbers: Numbers = []
  let isVerbatim = false
  const lines = text
    .slice(0, longest)
    .split(/\r\n|\n|\r/)
    .flatMap(line => {
      const marks = line.match(verbatimMark)?.length ?? 0
      if (marks === 0) return isVerbatim ? [line] : [lineOf(line, numbers, nameOf)]
      const wasVerbatim = isVerbatim || verbatim.test(line)
      if (marks % 2 === 1) isVerbatim = !isVerbatim
      const rest = line.replace(verbatimMark, '')
      if (rest.trim() === '') return []
      return [wasVerbatim ? rest : lineOf(rest, numbers, nameOf)]
    })
  return lines.join('\n').trim()
}
