import { describe, expect, it } from 'vitest'
import { chooseLanguage } from '../../src/i18n/language.ts'

describe('the language of a first visit', () => {
  it.each([
    ['a German browser', null, ['de-DE', 'en'], 'de'],
    ['an English browser', null, ['en-GB'], 'en'],
    ['a Turkish browser with German behind it', null, ['tr', 'de-AT'], 'de'],
    ['a French browser', null, ['fr-FR'], 'de'],
    ['a browser that says nothing', null, [], 'de'],
    ['a stored choice against the browser', 'en', ['de-DE'], 'en'],
    ['a stored choice that is no language of ours', 'klingon', ['en'], 'en'],
  ] as const)('%s', (_, stored, wanted, language) => {
    expect(chooseLanguage(stored, wanted)).toBe(language)
  })
})
