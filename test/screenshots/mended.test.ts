import { expect, test } from 'vitest'
import { albums, spotsOf } from './albums.ts'
import { mended } from './mended.ts'

test('every place and everything that opens over it was looked at, and says what was mended', () => {
  const names = albums.flatMap(spotsOf).map(({ name }) => name)
  const silent = names.filter(name => mended[name] === undefined)
  expect(silent, 'take it with npm run screenshots, look at it, say in mended.ts what was mended').toEqual([])
  expect(Object.keys(mended).filter(name => !names.includes(name))).toEqual([])
  expect(names.length, 'a name stands for one picture').toBe(new Set(names).size)
})
