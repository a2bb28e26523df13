import { describe, expect, test } from 'vitest'
import { readShared } from '../../../src/features/card/shared-words.ts'

const photo = new File(['x'], 'Schlagloch Ringstraße.jpg', { type: 'image/jpeg' })
const shared = { title: '', text: '', url: '', files: [] as readonly File[] }

describe('what another app shares becomes a title, a text and a link', () => {
  test.each([
    ['a page from a browser', { title: 'Satzung 2026', url: 'https://example.org/satzung' }, 'Satzung 2026', '', ''],
    ['an address alone, written as text', { text: 'https://example.org/a' }, 'https://example.org/a', '', ''],
    ['a sentence', { text: 'Ampel  blinkt gelb' }, 'Ampel blinkt gelb', '', 'Ampel  blinkt gelb'],
    [
      'several lines',
      { text: 'Ampel blinkt\nseit Montag' },
      'Ampel blinkt',
      'seit Montag',
      'Ampel blinkt\nseit Montag',
    ],
    [
      'a mail with subject',
      { title: 'Re: Ampel', text: 'Seit Montag' },
      'Re: Ampel',
      'Seit Montag',
      'Re: Ampel\n\nSeit Montag',
    ],
    ['a photo', { files: [photo] }, 'Schlagloch Ringstraße', '', ''],
  ])('%s', (_name, given, title, rest, whole) => {
    const words = readShared({ ...shared, ...given })
    expect([words.title, words.rest]).toEqual([title, rest])
    expect(words.whole).toBe(words.link && words.link.name !== '' ? words.link.name : whole)
  })

  test('an address comes with the name that stood beside it', () => {
    const { link } = readShared({ ...shared, title: 'Satzung', url: 'https://example.org/s' })
    expect(link).toEqual({ address: 'https://example.org/s', name: 'Satzung' })
  })

  test('what would run something is no link; it stays as a text that was written', () => {
    const words = readShared({ ...shared, title: 'Klick', url: 'javascript:alert(1)', text: 'data:text/html,<script>' })
    expect(words.link).toBeUndefined()
    expect(words.rest).toBe('data:text/html,<script>\n\njavascript:alert(1)')
  })

  test('a first line longer than a title is cut there and kept whole below', () => {
    const line = 'Wort '.repeat(150).trim()
    const words = readShared({ ...shared, text: line })
    expect(words.title).toHaveLength(500)
    expect(words.rest).toBe(line)
  })
})
