import { describe, expect, test } from 'vitest'
import { excerptOf, markWords } from '../../../src/domain/search/mark-words.ts'
import { rawWords, spellings, typedWords } from '../../../src/domain/search/words.ts'

/** The text with what was found in brackets. */
const marked = (text: string, typed: string): string =>
  markWords(text, typedWords(typed))
    .map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece))
    .join('')

describe('words', () => {
  test.each([
    ['Straße', ['strasse']],
    ['Ämter', ['aemter', 'amter']],
    ['Ämter'.normalize('NFD'), ['aemter', 'amter']],
    ['Café', ['cafe']],
    ['Plan', ['plan']],
  ])('%s is found as %j', (raw, found) => expect(spellings(raw)).toEqual(found))

  test('are runs of letters and digits, whatever stands between', () => {
    expect(rawWords('DIG-7K3QX: § 34 (Außenbereich)')).toEqual(['DIG', '7K3QX', '34', 'Außenbereich'])
    expect(rawWords(' – ')).toEqual([])
  })
})

describe('what was found is marked', () => {
  test.each([
    ['Straße sperren', 'strasse', '[Straße] sperren'],
    ['Ämter und Aemter', 'ämter', '[Ämter] und [Aemter]'],
    ['Müller', 'muller', '[Müller]'],
    ['Baugenehmigung prüfen', 'genehmigung prüf', 'Bau[genehmigung] [prüf]en'],
    ['Amt im Bauamt', 'am', '[Am]t im Bauamt'],
    ['Nichts davon', 'bescheid', 'Nichts davon'],
    ['Alles bleibt', '', 'Alles bleibt'],
    ['Kosten (2+2)', '2', 'Kosten ([2]+[2])'],
  ])('in %j for %j', (text, typed, expected) => expect(marked(text, typed)).toBe(expected))
})

describe('one line of a long text', () => {
  const long = `Vorweg steht einiges, was niemand sucht. ${'Dann kommt Füllstoff. '.repeat(4)}Hier steht der Bebauungsplan für die Straße. ${'Und danach noch viel mehr Text. '.repeat(8)}`

  test('begins with a word shortly before what was found, and says where the text goes on', () => {
    expect(excerptOf(long, ['bebauungsplan'])).toMatch(/^… Dann kommt Füllstoff\. Hier steht der Bebauungsplan .* …$/)
  })
  test('is the whole text where that is short', () => {
    expect(excerptOf('Der  Plan\nliegt vor', ['plan'])).toBe('Der Plan liegt vor')
  })
  test('cuts a word that is longer than the line', () => {
    expect(excerptOf(`${'x'.repeat(100)}plan`, ['plan'])).toBe('… plan')
  })
  test('is none where nothing was found', () => expect(excerptOf(long, ['bescheid'])).toBeUndefined())
})
