import type { PlainDocument } from '../../src/document/canonical.ts'
import type { AnyCell } from '../../src/domain/kernel/cell.ts'
import type { Json } from '../../src/domain/kernel/json.ts'
import { allRecords } from '../../src/domain/records.ts'

/** What somebody might write who means harm, or only copies from the wrong place. Short enough for the shortest field. */
export const hostileTexts = [
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  "'-alert(1)-' ${7*7} {{7*7}}",
  '=cmd|calc!A1',
  '[hier](javascript:alert(1))',
  '\u202Egnp.exe \u0000 e\u0301\u0323',
  '</textarea><script>alert(1)</script>',
] as const

type Documents = { readonly [document: string]: PlainDocument }
type Spoilt = { readonly documents: Documents; readonly written: readonly string[] }

const fits = (cell: AnyCell, text: string): boolean =>
  cell.kind === 'text' || (cell.kind === 'value' && cell.fallback === '' && cell.parse(text) === text)

/** A key names its card in addresses, so each stays one of a kind. */
const keyed = (name: string, text: string, nth: number): string =>
  name === 'key' ? `${nth}${text}`.slice(0, 40) : text

/**
 * Every text of every record says something hostile, driven by the record definitions: a new type or cell is in it by itself.
 * `written`: where which text stands now, one line each.
 */
export const spoil = (documents: Documents): Spoilt => {
  let nth = 0
  const written: string[] = []
  const definitions = new Map(allRecords.map(definition => [definition.type, definition]))
  const next = (name: string, cell: AnyCell): Json | undefined => {
    const text = keyed(name, hostileTexts[++nth % hostileTexts.length] ?? '', nth)
    if (!fits(cell, text)) return undefined
    return cell.kind === 'text' ? { $text: text } : text
  }
  const spoilt = Object.entries(documents).map(([document, types]) => [
    document,
    Object.fromEntries(
      Object.entries(types).map(([type, records]) => [
        type,
        Object.fromEntries(
          Object.entries(records).map(([id, cells]) => {
            const texts = Object.entries(definitions.get(type)?.cells ?? {}).flatMap(([name, cell]) => {
              const value = next(name, cell)
              if (value === undefined) return []
              written.push(`${document} ${type} ${id} ${name} ${JSON.stringify(value)}`)
              return [[name, value] as const]
            })
            return [id, { ...cells, ...Object.fromEntries(texts) }]
          }),
        ),
      ]),
    ),
  ])
  return { documents: Object.fromEntries(spoilt) as Documents, written }
}

/** Which of those lines an archive still says. */
export const said = (documents: Documents, written: readonly string[]): readonly string[] =>
  written.filter(line => {
    const [document = '', type = '', id = '', name = ''] = line.split(' ')
    return `${document} ${type} ${id} ${name} ${JSON.stringify(documents[document]?.[type]?.[id]?.[name])}` === line
  })
