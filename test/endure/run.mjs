// npm run endure [-- --kills 50] [--closes 20] [--mutations 1000000] [--seeds 20000] [--histories 10000] [--soak 30]
// [--towns 20000] [--only kills,mutations,segments,replicas,members,towns,soak]:
// long runs that no test has time for. Non-zero on a miss.
import { parseArgs } from 'node:util'
import { endureChance } from './chance.mjs'
import { endureKills } from './kills.mjs'
import { endureSoak } from './soak.mjs'
import { simulated } from '../simulate/seed-files.mjs'

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    closes: { type: 'string', default: '20' },
    mutations: { type: 'string', default: '1000000' },
    seeds: { type: 'string', default: '20000' },
    histories: { type: 'string', default: '10000' },
    towns: { type: 'string', default: '20000' },
    soak: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: 'kills,mutations,segments,replicas,members,towns,soak' },
  },
})

const trials = [
  [
    'kills',
    'Kills and closed tabs',
    () => endureKills({ kills: Number(options.kills), closes: Number(options.closes) }),
  ],
  [
    'mutations',
    'Mutated entries, updates sealed anew, messages, frames and codes',
    () =>
      endureChance(
        [
          'test/journal/entry.test.ts',
          'test/journal/guard.test.ts',
          'test/sync/hostile-member.test.ts',
          'test/sync/messages.test.ts',
          'test/sync/frames.test.ts',
          'test/sync/invitation.test.ts',
        ],
        { MUTATIONS: options.mutations, SEED: options.seed, LONGEST_MS: '250' },
        `${options.mutations} mutations of each, seed ${options.seed}`,
      ),
  ],
  [
    'segments',
    'Mutated segments, notes, folders and files',
    () =>
      endureChance(
        ['test/sync/segment.test.ts', 'test/sync/mailbox.test.ts', 'test/sync/folder-hostile.test.ts'],
        { MUTATIONS: options.mutations, SEED: options.seed },
        `${options.mutations} mutations of each, seed ${options.seed}`,
      ),
  ],
  [
    'replicas',
    'Devices apart and together',
    () => endureChance(['test/workspace/replicas.test.ts'], { SEEDS: options.seeds }, `${options.seeds} seeds`),
  ],
  [
    'members',
    'Members admitting and removing each other, apart',
    () =>
      endureChance(
        ['test/journal/membership-model.test.ts'],
        { HISTORIES: options.histories, SEED: options.seed },
        `${options.histories} histories, seed ${options.seed}`,
      ),
  ],
  [
    'towns',
    'Devices on the real replicator through everything that goes wrong',
    () =>
      endureChance(
        [...simulated, 'test/simulate/real-cryptography.test.ts'],
        { SEEDS: options.towns, FROM: options.seed, REAL_SEEDS: '100' },
        `${options.towns} seeds from ${options.seed}`,
      ),
  ],
  ['soak', 'A long day in two tabs', () => endureSoak({ minutes: Number(options.soak), seed: Number(options.seed) })],
]
const wanted = options.only.split(',')

let misses = 0
for (const [, name, run] of trials.filter(([key]) => wanted.includes(key))) {
  const { report, faults } = await run()
  misses += faults.length
  console.log(`${name}: ${report}. ${faults.length === 0 ? 'Nothing missed.' : `${faults.length} misses.`}`)
  for (const fault of faults) console.log(`  ${fault}`)
}
process.exitCode = misses === 0 ? 0 : 1
