import { expect, test } from 'vitest'
import { simulate } from './support/simulate.ts'

// Real keys differ from run to run, and with them the order of devices: each run is another town.
const towns = Number(process.env['REAL_SEEDS'] ?? 5)

test(`${towns} seeds with real signatures, seals and hashes: no law is broken`, async () => {
  const broken: string[] = []
  for (let seed = 1; seed <= towns; seed++) {
    const { violations } = await simulate({ seed, count: 150, isReal: true })
    broken.push(...violations.map(({ law, detail }) => `seed ${seed}: ${law}: ${detail}`))
  }
  expect(broken).toEqual([])
}, 600_000)

test('the same seed gives the same run, step by step', async () => {
  const [one, other] = [await simulate({ seed: 7, count: 200 }), await simulate({ seed: 7, count: 200 })]
  expect(one.log.length).toBeGreaterThan(50)
  expect(other).toEqual(one)
})
