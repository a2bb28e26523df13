import { describe, expect, test } from 'vitest'
import {
  choiceCell,
  dayCell,
  flagCell,
  instantCell,
  lineCell,
  linkCell,
  numberCell,
} from '../../../src/domain/kernel/cell.ts'
import { isDay } from '../../../src/domain/kernel/day.ts'
import { humanKey, idFrom } from '../../../src/domain/kernel/id.ts'
import { isFiniteNumber, sameValue, type Json } from '../../../src/domain/kernel/json.ts'
import { lineRefusal, oneLine } from '../../../src/domain/kernel/line.ts'
import {
  documentKind,
  sharedCells,
  teamDocument,
  teamOfDocument,
  versionOf,
  workspaceDocument,
} from '../../../src/domain/kernel/record.ts'
import { live, records, type View } from '../../../src/domain/kernel/view.ts'
import { item } from '../../../src/domain/work/item.ts'
import { chance } from '../../support/memory-office.ts'

describe('cells read what they know and nothing else', () => {
  test.each<[string, { parse: (raw: Json) => unknown }, Json, unknown]>([
    ['a line', lineCell(), 'Antrag', 'Antrag'],
    ['a line that is too long is cut', lineCell(3), 'Antrag', 'Ant'],
    ['a line that is no text', lineCell(), 3, undefined],
    ['a link', linkCell(), 'abc', 'abc'],
    ['no link', linkCell(), null, null],
    ['a broken link', linkCell(), 3, undefined],
    ['a flag', flagCell(), true, true],
    ['a broken flag', flagCell(), 1, undefined],
    ['a number', numberCell(1), 1, 1],
    ['no number', numberCell(1), null, null],
    ['a number too small', numberCell(1), 0, undefined],
    ['a number that is a text', numberCell(), '5', undefined],
    ['an instant', instantCell(), 5, 5],
    ['a day', dayCell(), '2026-11-20', '2026-11-20'],
    ['no day', dayCell(), null, null],
    ['a broken day', dayCell(), '20.11.2026', undefined],
    ['a day that is a number', dayCell(), 20261120, undefined],
    ['a choice', choiceCell(['red', 'blue'], 'red'), 'blue', 'blue'],
    ['not deleted', sharedCells.deleted, null, null],
    ['another choice', choiceCell(['red', 'blue'], 'red'), 'green', undefined],
  ])('%s', (_name, cell, raw, value) => expect(cell.parse(raw)).toBe(value))
})

describe('two cell values are the same', () => {
  test.each<[Json | undefined, Json | undefined, boolean]>([
    [1, 1, true],
    [1, 2, false],
    [1, '1', false],
    [undefined, null, true],
    [null, undefined, true],
    [null, 0, false],
    [0, null, false],
    ['a', undefined, false],
    [[1, [2]], [1, [2]], true],
    [[1, 2], [1], false],
    [[1], { 0: 1 }, false],
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, 'a', false],
  ])('%j and %j: %s', (one, other, same) => expect(sameValue(one, other)).toBe(same))

  test('only what can be counted is a number', () => {
    expect([1, Number.NaN, '1'].map(isFiniteNumber)).toEqual([true, false, false])
  })
})

describe('days', () => {
  test.each<[unknown, boolean]>([
    ['2026-11-20', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-11-31', false],
    ['20.11.2026', false],
    ['2026-11-20T00:00', false],
    [20261120, false],
    [null, false],
  ])('%j: %s', (value, exists) => expect(isDay(value)).toBe(exists))
})

describe('lines', () => {
  test('a name is one line', () => expect(oneLine('  Neue \n\t Akte ')).toBe('Neue Akte'))
  test.each<[string, string | undefined]>([
    ['Akte', undefined],
    [' \n ', 'nameIsEmpty'],
    ['Aktenplan', 'nameIsTooLong'],
    [' Akten  ', undefined],
  ])('%j: %s', (name, because) => expect(lineRefusal(name, 5)?.because).toBe(because))
})

describe('ids and human keys', () => {
  test('an id has twelve letters and digits; missing bytes count as zero', () => {
    expect(idFrom(Uint8Array.from([0, 10, 36, 61, 62, 255]))).toBe('0Aaz07000000')
  })
  test('a key is the prefix and five characters that cannot be confused', () => {
    for (let turn = 0; turn < 200; turn++)
      expect(humanKey('DIG', chance(turn), () => false)).toMatch(/^DIG-[234679ACDEFGHJKMNPQRTWXYZ]{5}$/)
  })
  test('when those are taken it gets a sixth character', () => {
    expect(humanKey('DIG', chance(1), key => key.length < 10)).toHaveLength(10)
  })
})

describe('documents', () => {
  test.each([
    [workspaceDocument, 'workspace', undefined],
    [teamDocument('bau'), 'team', 'bau'],
    [teamDocument('bau', 2), 'team', 'bau'],
    ['governance#1', 'governance', undefined],
    ['teams', undefined, undefined],
  ])('%s', (name, kind, team) => {
    expect(documentKind(name)).toBe(kind)
    expect(teamOfDocument(name)).toBe(team)
  })
  test('a definition without upgrades has version 1', () => expect(versionOf(item)).toBe(1))
})

describe('a view whose lists are ahead of its records', () => {
  const view: View = { get: () => undefined, ids: () => ['not-here-yet'], keys: () => [] }
  test('shows what is there', () => {
    expect(records(view, item, 'bin', 'team:bau#1')).toEqual([])
    expect([live(view, item, 'x'), live(view, item, null), live(view, item, undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
