import { expect, test } from 'vitest'
import { missingSigns, passphraseStrength } from '../../../src/parts/restoring/passphrase-strength.ts'

test.each([
  ['', 'tooShort'],
  ['kurz', 'tooShort'],
  ['aaaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abababababab', 'weak'],
  ['28.11.2026 28.11.2026', 'weak'],
  ['Rathausplatz', 'fair'],
  ['Rathausplatz 7', 'fair'],
  ['vier Wörter auf einem Zettel', 'good'],
  ['x7#Kq9!vB2&mZ4?tR8-wP', 'good'],
] as const)('%j is %s', (passphrase, strength) => expect(passphraseStrength(passphrase)).toBe(strength))

test('what is missing is counted in characters as people see them', () => {
  expect(missingSigns('ä'.normalize('NFD').repeat(11))).toBe(1)
  expect(missingSigns('👩🏽‍🚒 Feuerwehr 112')).toBe(0)
})
