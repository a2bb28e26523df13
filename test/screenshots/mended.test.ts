import { expect, test } from 'vitest'
import { albums, spotsOf, wantedOf } from './albums.ts'
import { mended } from './mended.ts'

test('every place and everything that opens over it was looked at, and says what was mended', () => {
  const names = albums.flatMap(spotsOf).map(({ name }) => name)
  const silent = names.filter(name => mended[name] === undefined)
  expect(silent, 'take it with npm run screenshots, look at it, say in mended.ts what was mended').toEqual([])
  expect(Object.keys(mended).filter(name => !names.includes(name))).toEqual([])
  expect(names.length, 'a name stands for one picture').toBe(new Set(names).size)
})

test.for([
  [['card: menu'], ['card', 'card: menu']],
  [
    ['bin', 'settings: changing a key'],
    ['bin', 'settings', 'settings: changing a key'],
  ],
  [['board by a view'], ['board by a view', 'board by a view: to keep', 'board by a view: kept ones']],
] as const)('who asks for %j is shown %j', ([names, shown]) => {
  const spots = wantedOf(albums, names).flatMap(spotsOf)
  expect(spots.map(({ name }) => name)).toEqual(shown)
})
