// npm run simulate -- --seeds 500 [--from 1] [--ops 400]: devices in a simulated town. A seed that breaks a law is told with the fewest
// steps that break it. Non-zero on a miss.
import { parseArgs } from 'node:util'
import { endureChance } from '../endure/chance.mjs'
import { simulated } from './seed-files.mjs'

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    ops: { type: 'string', default: '400' },
  },
})

const started = Date.now()
const { report, faults } = await endureChance(
  simulated,
  { SEEDS: options.seeds, FROM: options.from, OPS: options.ops },
  `${options.seeds} seeds from ${options.from}, ${options.ops} steps each`,
)
const seconds = Math.round((Date.now() - started) / 1_000)
console.log(`${report}, ${seconds} s. ${faults.length === 0 ? 'No law was broken.' : 'A law was broken.'}`)
for (const fault of faults) console.log(fault)
process.exitCode = faults.length === 0 ? 0 : 1
