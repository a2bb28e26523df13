import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { textEdit } from '../../src/document/text-edit.ts'

const cases: readonly [from: string, to: string, edit: ReturnType<typeof textEdit>][] = [
  ['', '', undefined],
  ['', 'neu', { at: 0, remove: 0, insert: 'neu' }],
  ['alt', '', { at: 0, remove: 3, insert: '' }],
  ['Amt 50', 'Amt 51', { at: 5, remove: 1, insert: '1' }],
  ['aaa', 'aa', { at: 2, remove: 1, insert: '' }],
  ['Hand 👋', 'Hand 👍', { at: 5, remove: 2, insert: '👍' }],
  ['🟢a', '🔴a', { at: 0, remove: 2, insert: '🔴' }],
]

test.each(cases)('%j → %j', (from, to, edit) => expect(textEdit(from, to)).toEqual(edit))

test('applying the edit gives the wanted text and never cuts a character in two', () =>
  assert(
    property(string({ unit: 'binary' }), string({ unit: 'binary' }), (from, to) => {
      const edit = textEdit(from, to)
      if (!edit) {
        expect(from).toBe(to)
        return
      }
      const result = from.slice(0, edit.at) + edit.insert + from.slice(edit.at + edit.remove)
      expect(result).toBe(to)
      expect(edit.insert.isWellFormed()).toBe(true)
    }),
    { verbose: 1 },
  ))
