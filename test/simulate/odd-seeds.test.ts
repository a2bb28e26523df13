import { expect, test } from 'vitest'
import { runSeeds } from './support/run-seeds.ts'

// Two files, so that two processes share the seeds.
test('whatever happens between two and twelve devices, no law is broken: the other seeds', async () => {
  expect(await runSeeds(1, 2)).toBe('')
}, 86_400_000)
