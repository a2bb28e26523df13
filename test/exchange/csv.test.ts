import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caps } from '../../src/exchange/caps.ts'
import { parseTable } from '../../src/exchange/csv.ts'
import { guardFormula, unguardFormula } from '../../src/exchange/formula-guard.ts'
import { printRows } from '../../src/exchange/print-rows.ts'

const rowsOf = (text: string) => {
  const result = parseTable(text)
  return result.ok ? result.value.rows : result.refusal
}

describe('tables in', () => {
  it.each([
    [
      'semicolons',
      'Titel;Frist\r\nAntrag;morgen',
      ';',
      [
        ['Titel', 'Frist'],
        ['Antrag', 'morgen'],
      ],
    ],
    [
      'commas',
      'Titel,Frist\nAntrag,morgen',
      ',',
      [
        ['Titel', 'Frist'],
        ['Antrag', 'morgen'],
      ],
    ],
    [
      'tabs',
      'Titel\tFrist\nAntrag\tmorgen',
      '\t',
      [
        ['Titel', 'Frist'],
        ['Antrag', 'morgen'],
      ],
    ],
    [
      'bars',
      'Titel|Frist\nAntrag|morgen',
      '|',
      [
        ['Titel', 'Frist'],
        ['Antrag', 'morgen'],
      ],
    ],
    [
      'a mark in front',
      '\uFEFFTitel;Frist\r\nAntrag;morgen\r\n',
      ';',
      [
        ['Titel', 'Frist'],
        ['Antrag', 'morgen'],
      ],
    ],
    [
      'a cell over several lines',
      'Titel;Text\r\nAntrag;"Zeile 1\nZeile 2"',
      ';',
      [
        ['Titel', 'Text'],
        ['Antrag', 'Zeile 1\nZeile 2'],
      ],
    ],
    [
      'quotes inside',
      'Titel;Text\nAntrag;"Er sagte ""nein"""',
      ';',
      [
        ['Titel', 'Text'],
        ['Antrag', 'Er sagte "nein"'],
      ],
    ],
    ['rows of different widths', 'a;b\n1\n1;2;3', ';', [['a', 'b'], ['1'], ['1', '2', '3']]],
    [
      'a heading that reaches for the prototype',
      '__proto__;b\n1;2',
      ';',
      [
        ['__proto__', 'b'],
        ['1', '2'],
      ],
    ],
  ])('with %s', (_case, text, delimiter, rows) => {
    expect(parseTable(text)).toEqual({ ok: true, value: { delimiter, rows } })
  })

  it.each([
    [
      'commas in every text between tabs',
      'Antrag, neu\t3,5\nBescheid, alt\t1,5',
      [
        ['Antrag, neu', '3,5'],
        ['Bescheid, alt', '1,5'],
      ],
    ],
    [
      'a line without tabs among rows of a mail',
      'Liste vom Freitag\nAntrag\tmorgen\nBescheid\tbald',
      [['Liste vom Freitag'], ['Antrag', 'morgen'], ['Bescheid', 'bald']],
    ],
    [
      'rows that end in CRLF and in LF',
      'a;b\r\n1;2\n3;4\r5;"6\r\n7"',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6\n7'],
      ],
    ],
    [
      'a word in quotation marks at the beginning of a cell',
      'Titel\tFrist\n"Sonder"fall\tmorgen\nAntrag "neu"\tbald\n"mit ""Anlage"""\theute\n"zwei\nZeilen" \tx',
      [
        ['Titel', 'Frist'],
        ['"Sonder"fall', 'morgen'],
        ['Antrag "neu"', 'bald'],
        ['mit "Anlage"', 'heute'],
        ['zwei\nZeilen', 'x'],
      ],
    ],
    [
      'a quotation mark that is never closed',
      'Titel;Frist\n17" Monitor;a\n"offen;b\nAntrag;c',
      [
        ['Titel', 'Frist'],
        ['17" Monitor', 'a'],
        ['"offen', 'b'],
        ['Antrag', 'c'],
      ],
    ],
  ])('with %s', (_case, text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it.each([
    ['10,000 columns', 'x;'.repeat(9999), { because: 'tooManyColumns', most: caps.columns, count: 10_000 }],
    ['millions of rows', 'x\n'.repeat(caps.rows + 2), { because: 'tooManyRows', most: caps.rows }],
  ])('refuses %s', (_case, text, refusal) => {
    expect(rowsOf(text)).toEqual(refusal)
  })

  it.each(['"', '""', '"x\t', '"\t', '"\n', ';"', '\r', '"\r\n', "'=", '\0', '\uFEFF'])(
    'ends with 100,000 times %j',
    sign => {
      expect(parseTable(`Titel\tFrist\nAntrag\t${sign.repeat(100_000)}`)).toHaveProperty('ok')
    },
  )

  it('keeps empty rows, so that rows have the numbers Excel shows', () => {
    expect(rowsOf('a;b\n\n1;2\n;\n\n')).toEqual([['a', 'b'], [''], ['1', '2']])
  })

  it('tells how far it is', () => {
    const shares: number[] = []
    parseTable('Titel;Frist\n'.repeat(5000), share => shares.push(share))
    expect(shares.length).toBeGreaterThan(10)
    expect(shares.every((share, index) => share > (shares[index - 1] ?? 0) && share <= 1)).toBe(true)
  })
})

describe('what Excel would run', () => {
  const dangerous = [
    '=1+1',
    '+49 203 123',
    '-5',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\0=1',
    ' =1',
    '\uFEFF=1',
    '\u00A0=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    "''-",
    '=HYPERLINK("http://x")',
  ]
  it.each(dangerous)('%j is guarded, and comes back as it was', text => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })

  it.each(['Antrag', "'s Heerenberg", "'", '', ' Antrag', '3,5', '2026-11-20'])('%j stays as it is', text => {
    expect(guardFormula(text)).toBe(text)
    expect(unguardFormula(text)).toBe(text)
  })
})

it('prints what it reads again, cell by cell', () => {
  const parts = [
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ';',
    ',',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\0',
    ' ',
    '\uFEFF',
    '＝',
    '＠',
    'Antrag',
    'ß',
    '😀',
    '|',
  ]
  const cell = fc
    .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 6 })
    .map(all => all.join(''))
  const row = fc.array(cell, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), body => {
      const rows = [
        ['Titel', 'Text', 'Ende'],
        ...body.map(([one = '', two = '', three = '']) => [one, two, `${three}.`]),
      ]
      expect(rowsOf(printRows(rows.map(cells => cells.map(guardFormula))))).toEqual(rows)
    }),
    { numRuns: 2000 },
  )
})
