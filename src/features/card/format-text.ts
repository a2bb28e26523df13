/** What the toolbar of a long text can do. */
export const formats = ['heading', 'bold', 'list', 'tick', 'link'] as const
export type Format = (typeof formats)[number]

/** What is replaced by what, and what is selected afterwards. Positions count from the beginning of the whole text. */
export type Replacement = Readonly<{ from: number; to: number; by: string; select: readonly [number, number] }>

type LineFormat = 'heading' | 'list' | 'tick'

const marks: Readonly<Record<LineFormat, string>> = { heading: '## ', list: '- ', tick: '- [ ] ' }
/** What a line may begin with; a tick is a point of a list, too, so it is looked for first. */
const known: readonly (readonly [LineFormat, RegExp])[] = [
  ['heading', /^#{1,6}\s+/],
  ['tick', /^[-*+]\s+\[[ xX]\]\s+/],
  ['list', /^[-*+]\s+/],
]
const formatOf = (line: string): LineFormat | undefined => known.find(([, mark]) => mark.test(line))?.[0]
const withoutMark = (line: string): string => known.reduce((rest, [, mark]) => rest.replace(mark, ''), line)

/** Every line of the selection gets the mark in place of the one it has, or loses it when all have it. */
const markLines = (text: string, from: number, to: number, format: LineFormat): Replacement => {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', to)
  const end = next === -1 ? text.length : next
  const lines = text.slice(start, end).split('\n')
  const mark = lines.every(line => formatOf(line) === format) ? '' : marks[format]
  const by = lines.map(line => mark + withoutMark(line)).join('\n')
  return { from: start, to: end, by, select: [start + by.length, start + by.length] }
}

const around = (text: string, from: number, to: number, before: string, after: string): Replacement => {
  const chosen = text.slice(from, to)
  const isMarked = text.slice(from - before.length, from) === before && text.slice(to, to + after.length) === after
  if (isMarked) {
    const start = from - before.length
    return { from: start, to: to + after.length, by: chosen, select: [start, start + chosen.length] }
  }
  const start = from + before.length
  return { from, to, by: `${before}${chosen}${after}`, select: [start, start + chosen.length] }
}

/** Markdown for a selection: the mark is set, or taken away where it stands already. */
export const formatText = (text: string, [from, to]: readonly [number, number], format: Format): Replacement => {
  if (format === 'bold') return around(text, from, to, '**', '**')
  if (format !== 'link') return markLines(text, from, to, format)
  const chosen = text.slice(from, to)
  const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(chosen)
  const by = isAddress ? `[](${chosen})` : `[${chosen}](https://)`
  // What is still missing is where the caret goes: the words for an address, the address for words.
  const at = isAddress ? from + 1 : from + by.length - 1
  return { from, to, by, select: [at, at] }
}
