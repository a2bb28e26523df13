import { inflateSync } from 'node:zlib'

/** One sheet of a printed file: its size in millimetres and everything that stands on it, without white space and ligatures. */
export type PrintedSheet = Readonly<{ width: number; height: number; text: string }>

type Objects = ReadonlyMap<string, { readonly head: string; readonly body: string }>

const inflated = (bytes: Buffer, head: string): string =>
  (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')

/** All objects of a file as Chromium writes it: one after the other, none packed into another. */
const objectsOf = (file: Buffer): Objects => {
  const text = file.toString('latin1')
  const objects = new Map<string, { head: string; body: string }>()
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', content = ''] = found
    const at = content.indexOf('stream\n')
    if (at < 0) {
      objects.set(id, { head: content, body: '' })
      continue
    }
    const head = content.slice(0, at)
    const begin = found.index + found[0].indexOf(content) + at + 'stream\n'.length
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    objects.set(id, { head, body: inflated(file.subarray(begin, begin + length), head) })
  }
  return objects
}

const letters = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Which letters a glyph of a font stands for. */
const glyphsOf = (map: string): ReadonlyMap<string, string> => {
  const glyphs = new Map<string, string>()
  for (const [, lines = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of lines.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      glyphs.set(glyph.toUpperCase(), letters(text))
  for (const [, lines = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of lines.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi))
      for (let at = 0; at <= Number.parseInt(to, 16) - Number.parseInt(from, 16); at++)
        glyphs.set(
          (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0').toUpperCase(),
          letters((Number.parseInt(text, 16) + at).toString(16).padStart(text.length, '0')),
        )
  return glyphs
}

const reference = (head: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? ''

const textOf = (objects: Objects, page: string): string => {
  const resources = /\/Resources (\d+) 0 R/.exec(page)
  const named = resources ? (objects.get(resources[1] ?? '')?.head ?? '') : page
  const fonts = new Map(
    [...(/\/Font\s*<<([\s\S]*?)>>/.exec(named)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(
      ([, name = '', id = '']) => {
        const map = reference(objects.get(id)?.head ?? '', 'ToUnicode')
        return [name, glyphsOf(objects.get(map)?.body ?? '')] as const
      },
    ),
  )
  const [, contents = ''] = /\/Contents (\[[^\]]*\]|\d+ 0 R)/.exec(page) ?? []
  const drawn = [...contents.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => objects.get(id)?.body ?? '').join('\n')
  let glyphs: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, font, hex] of drawn.matchAll(/\/(\w+) [\d.]+ Tf|<([0-9A-F]+)>/gi)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map()
    else if (hex !== undefined)
      for (let at = 0; at < hex.length; at += 4) text += glyphs.get(hex.slice(at, at + 4).toUpperCase()) ?? ''
  }
  return text
}

const millimetres = (points: string | undefined): number => Math.round((Number(points) * 25.4) / 72)

/**
 * What stands on the sheets that Chromium has printed. In: the file as `page.pdf()` gives it. Out: the sheets in order. It reads what
 * Skia writes, no more: glyphs in hexadecimal, a map to letters for each font.
 */
export const readPdf = (file: Buffer): readonly PrintedSheet[] => {
  const objects = objectsOf(file)
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const [, , , width, height] = /\/MediaBox \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
      return {
        width: millimetres(width),
        height: millimetres(height),
        text: textOf(objects, head).normalize('NFKC').replaceAll(/\s/g, ''),
      }
    })
}
