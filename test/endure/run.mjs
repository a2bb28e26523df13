// npm run endure [-- --kills 50] [--closes 20]: long runs that no test has time for. Non-zero on a miss.
import { parseArgs } from 'node:util'
import { endureKills } from './kills.mjs'

const { values: options } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, closes: { type: 'string', default: '20' } },
})

const trials = [
  ['Kills and closed tabs', () => endureKills({ kills: Number(options.kills), closes: Number(options.closes) })],
]

let misses = 0
for (const [name, run] of trials) {
  const { report, faults } = await run()
  misses += faults.length
  console.log(`${name}: ${report}. ${faults.length === 0 ? 'Nothing missed.' : `${faults.length} misses.`}`)
  for (const fault of faults) console.log(`  ${fault}`)
}
process.exitCode = misses === 0 ? 0 : 1
