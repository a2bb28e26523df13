import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caps } from '../../src/exchange/caps.ts'
import { decodeText, firstBrokenByte } from '../../src/exchange/decode-text.ts'
import { findJsonMistake } from '../../src/exchange/find-json-mistake.ts'
import { inspectJson } from '../../src/exchange/hostile.ts'
import { parseJson } from '../../src/exchange/parse-json.ts'
import { readBytes } from '../../src/exchange/read-bytes.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, { big = false, mark = true } = {}) => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].flatMap(character => [...character].flatMap(one => one.split('')))
  const bytes = new DataView(new ArrayBuffer(units.length * 2))
  for (const [index, unit] of units.entries()) bytes.setUint16(index * 2, unit.charCodeAt(0), !big)
  return new Uint8Array(bytes.buffer)
}
const latin = (text: string) => Uint8Array.from(text, one => (one === '€' ? 0x80 : one.charCodeAt(0)))

describe('a text is decoded as it was written', () => {
  const text = 'Grundstück;Gebühr\r\nMüllerstraße 1;12'
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16, as Excel calls Unicode text', utf16(text), 'utf-16le'],
    ['UTF-16 the other way round', utf16(text, { big: true }), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, { mark: false }), 'utf-16le'],
    ['UTF-16 the other way round without a mark', utf16(text, { mark: false, big: true }), 'utf-16be'],
    ['Windows-1252, as German Excel writes it', latin(text), 'windows-1252'],
  ])('%s', (_case, bytes, encoding) => {
    expect(decodeText(bytes, { strict: false })).toEqual({ ok: true, value: { text, encoding } })
  })

  it('knows the euro sign of Windows-1252', () => {
    expect(decodeText(latin('12 €'), { strict: false })).toMatchObject({ value: { text: '12 €' } })
  })

  it('takes one letter for what it is', () => {
    expect(decodeText(utf8('x'), { strict: false })).toMatchObject({ value: { text: 'x', encoding: 'utf-8' } })
  })

  it('finds the first broken byte exactly where a decoder stops', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const broken = firstBrokenByte(bytes)
        const decode = (part: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(part)
        if (broken === undefined) return void decode(bytes)
        expect(() => decode(bytes)).toThrow()
        decode(bytes.subarray(0, broken))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what is no text is refused', () => {
  it.each([
    ['nothing', new Uint8Array(), { because: 'fileEmpty' }],
    ['a workbook', utf8('PK\u0003\u0004…xl/workbook.xml'), { because: 'notText', format: 'excel' }],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), { because: 'notText', format: 'excel' }],
    ['a packed folder', utf8('PK\u0003\u0004…bild.png'), { because: 'notText', format: 'zip' }],
    ['a PDF', utf8('%PDF-1.7'), { because: 'notText', format: 'pdf' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), { because: 'notText', format: 'image' }],
    ['zeros', new Uint8Array(64), { because: 'notText', format: 'other' }],
    [
      'half a character in UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0),
      { because: 'encodingBroken', position: 4 },
    ],
    ['a second half alone', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0, 0xdc), { because: 'encodingBroken', position: 4 }],
    ['an odd byte in UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42), { because: 'encodingBroken', position: 4 }],
  ])('%s', (_case, bytes, refusal) => {
    expect(decodeText(bytes, { strict: false })).toEqual({ ok: false, refusal })
  })

  it('broken UTF-8 where only UTF-8 will do, with its place', async () => {
    const bytes = Uint8Array.of(...utf8('{"name":"'), 0xc3, 0x28, ...utf8('"}'))
    expect(await readBytes({ name: 'board.json', bytes })).toEqual({
      ok: false,
      refusal: { because: 'encodingBroken', position: 9 },
    })
  })
})

describe('hostile JSON', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  it.each<[string, string, unknown]>([
    ['breaks off', '{"lists":[', { because: 'jsonBroken', line: 1, column: 11 }],
    ['has a comma too many', '{\n "a": 1,\n}', { because: 'jsonBroken', line: 3, column: 1 }],
    ['has a value too few', '{"lists":[,]}', { because: 'jsonBroken', line: 1, column: 11 }],
    ['has text behind its end', '{"a":[1,{}]} x', { because: 'jsonBroken', line: 1, column: 14 }],
    ['has a broken word', '[true,falsch]', { because: 'jsonBroken', line: 1, column: 7 }],
    ['has an open string', '{"a":"b\n"}', { because: 'jsonBroken', line: 1, column: 6 }],
    ['has a key that is none', '{"a":1,2:3}', { because: 'jsonBroken', line: 1, column: 8 }],
    ['closes what it did not open', '[1}', { because: 'jsonBroken', line: 1, column: 3 }],
    ['is nested too deep', nested(33), { because: 'tooDeep', most: 32 }],
    ['is nested a hundred thousand times', nested(100_000), { because: 'tooDeep', most: 32 }],
    ['has too many values', `[${'1,'.repeat(caps.values)}1]`, { because: 'tooManyValues', most: caps.values }],
    [
      'reaches for the prototype',
      '{"cards":[{"__proto__":{"isAdmin":true}}]}',
      { because: 'unsafeKey', path: 'cards.0.__proto__' },
    ],
  ])('that %s', (_case, text, refusal) => {
    expect(parseJson(text)).toEqual({ ok: false, refusal })
  })

  it('is scanned to its end when it is JSON after all', () => {
    const parts = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      '\\u00e4',
    ]
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(fc.constantFrom(...parts), { maxLength: 9 }).map(all => all.join('')),
        ),
        text => {
          const isJson = (() => {
            try {
              JSON.parse(text)
              return true
            } catch {
              return false
            }
          })()
          expect(findJsonMistake(text)).toBeLessThanOrEqual(text.length)
          if (isJson) expect(findJsonMistake(text)).toBe(text.length)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('lets pass what is just deep enough', () => {
    expect(inspectJson(JSON.parse(nested(32))).ok).toBe(true)
    expect(inspectJson('ein Wort').ok).toBe(true)
  })

  it('pollutes nothing', () => {
    parseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it.each([
    ['too large', `{"a":"${'x'.repeat(caps.fileBytes)}"}`, 'fileTooLarge'],
    ['something else', '{"a":1}', 'unknownFile'],
    ['a list', '[1,2]', 'unknownFile'],
    ['no rows', ' \n \n', 'noRows'],
  ])('%s is refused as such', async (_case, text, because) => {
    expect(await readBytes({ name: 'x', bytes: utf8(text) })).toMatchObject({ ok: false, refusal: { because } })
  })

  it('lets an own archive be larger than ten megabytes', async () => {
    const text = `{"format":"lotse-archive","version":1,"workspace":"w","documents":{"workspace#1":{"label":{"x":{"m":["label",1,"a"],"name":"${'x'.repeat(caps.fileBytes)}"}}}}}`
    expect(await readBytes({ name: 'x', bytes: utf8(text) })).toMatchObject({ ok: true })
  })

  it('never throws, whatever is in the file', async () => {
    const pieces = [
      '{"lists":[',
      '"cards":[',
      '{"id":"a"}',
      ']',
      '}',
      ',',
      'null',
      '\0',
      '"',
      ';',
      '\r\n',
      '\uFEFF',
      '=1',
      '"name":',
      '{"format":"lotse-archive"',
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 12 }), async parts => {
        const result = await readBytes({ name: 'x', bytes: utf8(parts.join('')) })
        expect(typeof result.ok).toBe('boolean')
      }),
      { numRuns: 1500 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 120 }), async bytes => {
        expect(typeof (await readBytes({ name: 'x', bytes })).ok).toBe('boolean')
      }),
      { numRuns: 1500 },
    )
  })
})
