import { expect, test } from 'vitest'
import { toggled, upTo } from '../../src/parts/selection.ts'

const rows = ['form', 'letter', 'plan', 'list']

test('a second click takes back what the first has selected', () => {
  const once = toggled(new Set(['plan']), 'form')
  expect([...once].sort()).toEqual(['form', 'plan'])
  expect([...toggled(once, 'form')]).toEqual(['plan'])
})

test.each([
  ['downwards', 'form', 'plan', ['form', 'letter', 'plan']],
  ['upwards', 'list', 'letter', ['letter', 'list', 'plan']],
  ['from itself', undefined, 'plan', ['plan']],
  ['from a row that has gone', 'gone', 'plan', ['plan']],
  ['to a row that is in another list', 'form', 'elsewhere', ['elsewhere']],
])('Shift selects %s', (_name, anchor, id, added) => {
  expect([...upTo(new Set(), rows, anchor, id)].sort()).toEqual(added)
  expect(upTo(new Set(['kept']), rows, anchor, id)).toContain('kept')
})
