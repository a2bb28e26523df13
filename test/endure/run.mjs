// npm run endure [-- --kills 50] [--closes 20] [--mutations 1000000] [--seeds 20000]: long runs that no test has time for. Non-zero on a miss.
import { parseArgs } from 'node:util'
import { endureChance } from './chance.mjs'
import { endureKills } from './kills.mjs'

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    closes: { type: 'string', default: '20' },
    mutations: { type: 'string', default: '1000000' },
    seeds: { type: 'string', default: '20000' },
  },
})

const trials = [
  ['Kills and closed tabs', () => endureKills({ kills: Number(options.kills), closes: Number(options.closes) })],
  [
    'Mutated entries and updates',
    () =>
      endureChance(
        ['test/journal/entry.test.ts', 'test/journal/guard.test.ts'],
        { MUTATIONS: String(Math.ceil(Number(options.mutations) / 2)) },
        `${options.mutations} mutations`,
      ),
  ],
  [
    'Devices apart and together',
    () => endureChance(['test/workspace/replicas.test.ts'], { SEEDS: options.seeds }, `${options.seeds} seeds`),
  ],
]

let misses = 0
for (const [name, run] of trials) {
  const { report, faults } = await run()
  misses += faults.length
  console.log(`${name}: ${report}. ${faults.length === 0 ? 'Nothing missed.' : `${faults.length} misses.`}`)
  for (const fault of faults) console.log(`  ${fault}`)
}
process.exitCode = misses === 0 ? 0 : 1
