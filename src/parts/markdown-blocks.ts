/** A piece of running text. Everything that is not recognised stays text as it was typed. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }

export type ListLine = { readonly parts: readonly Inline[]; readonly isTicked: boolean | undefined }

export type Block =
  | { readonly kind: 'heading'; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly start: number; readonly lines: readonly ListLine[] }

const heading = /^#{1,6}\s+(.+?)\s*#*$/
const bullet = /^\s*[-*+•]\s+(.*)$/
const numbered = /^\s*(\d{1,9})[.)]\s+(.*)$/
const tick = /^\[([ xX])\]\s+(.*)$/
const inline = /\*\*(.+?)\*\*|__(.+?)__|\[([^[\]]+)\]\(([^\s()]+)\)|((?:https?:\/\/|mailto:)[^\s<>"]+)/g

/** Addresses that may become links; all others, `javascript:` above all, stay text. */
export const isSafeAddress = (address: string): boolean => /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(address)

/** A full stop or bracket at the end of an address belongs to the sentence around it. */
const trimAddress = (address: string): string => address.replace(/[.,;:!?)\]'"]+$/, '')

export const readInline = (text: string): readonly Inline[] => {
  const parts: Inline[] = []
  let at = 0
  const plain = (until: number) => {
    if (until > at) parts.push({ kind: 'text', text: text.slice(at, until) })
  }
  for (const found of text.matchAll(inline)) {
    const [whole, stars, lines, label, target, bare] = found
    const bold = stars ?? lines
    const address = bare === undefined ? target : trimAddress(bare)
    if (bold === undefined && (address === undefined || !isSafeAddress(address))) continue
    plain(found.index)
    if (bold !== undefined) parts.push({ kind: 'strong', parts: readInline(bold) })
    else if (address !== undefined) parts.push({ kind: 'link', href: address, text: label ?? address })
    at = found.index + (bare === undefined || address === undefined ? whole.length : address.length)
  }
  plain(text.length)
  return parts
}

const readListLine = (text: string): ListLine => {
  const [, mark, rest] = tick.exec(text) ?? []
  return { parts: readInline(rest ?? text), isTicked: mark === undefined ? undefined : mark !== ' ' }
}

/** Adds a line to the block it continues; otherwise it begins a new one. */
const addLine = (blocks: readonly Block[], line: string, continues: boolean): readonly Block[] => {
  const last = continues ? blocks.at(-1) : undefined
  const title = heading.exec(line)?.[1]
  if (title !== undefined) return [...blocks, { kind: 'heading', parts: readInline(title) }]
  const number = numbered.exec(line)
  const point = number?.[2] ?? bullet.exec(line)?.[1]
  if (point !== undefined) {
    const isOrdered = number !== null
    const lines = [readListLine(point)]
    if (last?.kind === 'list' && last.isOrdered === isOrdered)
      return [...blocks.slice(0, -1), { ...last, lines: [...last.lines, ...lines] }]
    return [...blocks, { kind: 'list', isOrdered, start: Number(number?.[1] ?? 1), lines }]
  }
  const parts = readInline(line.trim())
  if (last?.kind === 'paragraph') return [...blocks.slice(0, -1), { ...last, lines: [...last.lines, parts] }]
  return [...blocks, { kind: 'paragraph', lines: [parts] }]
}

/**
 * Reads the small part of Markdown that Lotse shows: headings, paragraphs with their line breaks, lists, tick boxes, bold, links.
 * In: any text. Out: blocks in order; nothing typed is lost, HTML stays text.
 */
export const readMarkdown = (text: string): readonly Block[] => {
  let blocks: readonly Block[] = []
  let continues = false
  for (const line of text.split(/\r\n|\n|\r/)) {
    const isBlank = line.trim() === ''
    if (!isBlank) blocks = addLine(blocks, line, continues)
    continues = !isBlank
  }
  return blocks
}
