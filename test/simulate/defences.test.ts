import { describe, expect, test } from 'vitest'
import { allDefences, type Defences } from './support/defences.ts'
import { simulate } from './support/simulate.ts'
import { rows } from './support/without.ts'

const brokenIn = async (seed: number, defences: Defences): Promise<readonly string[]> =>
  (await simulate({ seed, count: 250, defences })).violations.map(({ law }) => law)

describe('each defence is what keeps a law', () => {
  test.each(rows)(
    '$name: with it nothing is broken, without it a law is',
    async ({ without, law, seed }) => {
      expect(await brokenIn(seed, allDefences)).toEqual([])
      expect((await brokenIn(seed, { ...allDefences, ...without })).join()).toMatch(law)
    },
    600_000,
  )
})
