import { operationsOf } from './operations.ts'
import { shrink, simulate, type SimulationParts } from './simulate.ts'

const numberOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)

/** What `npm run simulate` and `npm run endure` may ask for; a test has the same every time. */
export const asked = { from: numberOf('FROM', 1), seeds: numberOf('SEEDS', 24), count: numberOf('OPS', 400) }

/** What somebody needs who has to mend it: the law, the seed, and the fewest steps that break it. */
const tell = async (parts: SimulationParts, law: string, detail: string): Promise<string> => {
  const steps = await shrink(parts, law)
  const { log } = await simulate({ ...parts, operations: steps })
  const all = parts.operations ?? operationsOf(parts.seed, parts.count ?? asked.count)
  const head = `seed ${parts.seed}: ${law}: ${detail}\n${steps.length} of ${all.length} steps:`
  return [head, ...log.map(line => `  ${line}`)].join('\n')
}

/** Runs every so many-th of the seeds that are asked for. Out: what the first that fails has to tell; nothing where all hold. */
export const runSeeds = async (remainder: number, of: number): Promise<string> => {
  for (let seed = asked.from; seed < asked.from + asked.seeds; seed++) {
    if (seed % of !== remainder) continue
    const parts = { seed, count: asked.count }
    const [broken] = (await simulate(parts)).violations
    if (broken) return tell(parts, broken.law, broken.detail)
  }
  return ''
}
