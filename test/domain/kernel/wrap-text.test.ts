import { expect, test } from 'vitest'
import { wrapText } from '../../../src/domain/kernel/wrap-text.ts'

test.each([
  ['short lines stay', 'Antrag\n\nBescheid  ', 'Antrag\n\nBescheid'],
  ['breaks of Windows and old files', 'a\r\nb\rc', 'a\nb\nc'],
  ['between words', 'Antrag und Bescheid und Akte', 'Antrag und Bescheid\nund Akte'],
  ['a bullet', '- Antrag und Bescheid und Akte', '- Antrag und\n  Bescheid und Akte'],
  ['a tick box', '[x] Antrag und Bescheid und Akte', '[x] Antrag und\n    Bescheid und\n    Akte'],
  ['a number', '12. Antrag und Bescheid', '12. Antrag und\n    Bescheid'],
  ['a quote', '> Antrag und Bescheid und Akte', '> Antrag und\n> Bescheid und Akte'],
  ['a word that is too long', 'Die Grundstücksverkehrsgenehmigung fehlt', 'Die\nGrundstücksverkehrsgenehmigung\nfehlt'],
  ['nothing but such a word', '- Grundstücksverkehrsgenehmigung', '- Grundstücksverkehrsgenehmigung'],
])('%s', (_name, text, wrapped) => expect(wrapText(text, 20)).toBe(wrapped))
