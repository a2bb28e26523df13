import { expect, test } from 'vitest'
import { paperAddress } from '../../src/parts/paper/paper-address.ts'
import { pageRules } from '../../src/parts/paper/page-rules.ts'
import { shorten } from '../../src/parts/paper/shorten.ts'

const page = ['Seite ', ' von ', ''] as const

test.each([
  ['/t/x/board', '/t/x/print/board'],
  ['/t/x/board?blocked=1', '/t/x/print/board?blocked=1'],
  ['/t/x/backlog', '/t/x/print/backlog'],
  ['/t/x/sprint', '/t/x/print/sprint'],
  ['/t/x/sprint/past/s1', '/t/x/print/sprint/past/s1'],
  ['/t/x/impediments', '/t/x/print/impediments'],
  ['/t/x/c/DIG-7K3QX', '/t/x/print/card/DIG-7K3QX'],
  ['/t/x/board/c/DIG-7K3QX?blocked=1', '/t/x/print/card/DIG-7K3QX'],
  ['/t/x/print/board', undefined],
  ['/t/x/people', undefined],
  ['/settings', undefined],
])('what is shown at %s is printed at %s', (shown, paper) => {
  expect(paperAddress(shown)).toBe(paper)
})

test('a title that looks like a rule stays a title in the margin of a sheet', () => {
  const title = 'Antrag "A" \\ }\n@page { margin: 0 } </style>'
  const rules = pageRules('wide', { title, date: '28.11.2026', page })
  expect(rules).toContain('Antrag \\22 A\\22  \\5c  }\\a @page { margin: 0 } \\3c /style>')
  expect(rules).toContain('"Seite " counter(page) " von " counter(pages) ""')
  expect(rules).toContain('A4 landscape')
})

test('sheets to cut have no margins, so that a card has the size of a card', () => {
  expect(pageRules('cut', { title: 'Board', date: '', page })).toBe('@page { size: A4; margin: 0 }')
})

test('a long title has one line in the margin', () => {
  const rules = pageRules('upright', { title: 'Zuständigkeit '.repeat(20), date: '', page })
  expect(rules).toMatch(/"[^"]{89}…"/)
})

test('what does not fit on a card ends with a whole word and says that it goes on', () => {
  expect(shorten('Kurz und gut.')).toBe('Kurz und gut.')
  expect(shorten('Wort '.repeat(200))).toMatch(/^(Wort ){80,84}…$|^(Wort ?)+ …$/)
  expect(shorten('Grundstück'.repeat(100))).toHaveLength(422)
  expect(shorten(Array.from({ length: 12 }, (_, at) => `Zeile ${at}`).join('\n'))).toMatch(/Zeile 8 …$/)
})
