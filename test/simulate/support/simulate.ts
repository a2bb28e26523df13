import { webCryptography } from '../../sync/support/cryptography.ts'
import { allDefences, type Defences } from './defences.ts'
import { foundTown } from './found-town.ts'
import { heal } from './heal.ts'
import { laws, lookAtWaiting, sendCanaries } from './invariants.ts'
import { operationsOf, type Operation } from './operations.ts'
import { perform } from './perform.ts'
import type { Violation } from './world.ts'

export type SimulationParts = Readonly<{
  seed: number
  operations?: readonly Operation[]
  count?: number
  defences?: Defences
  isReal?: boolean
}>

export type Outcome = Readonly<{ violations: readonly Violation[]; log: readonly string[]; peers: number }>

/** How many devices a seed has: mostly a team, now and then as many as a mesh may have. */
const sizeOf = (seed: number): number => [2, 3, 3, 4, 4, 5, 3, 6, 4, 5, 8, 3, 2, 4, 6, 3, 5, 4, 12, 3][seed % 20] ?? 3

/** One run: a town is founded, everything happens, everything is well again, the laws are asked. The same seed gives the same run. */
export const simulate = async (parts: SimulationParts): Promise<Outcome> => {
  const { seed, defences = allDefences, isReal = false } = parts
  const operations = parts.operations ?? operationsOf(seed, parts.count ?? 400)
  const peers = sizeOf(seed)
  const town = await foundTown({
    seed,
    defences,
    peers,
    hasRogue: seed % 5 < 3 && peers > 2,
    ...(isReal ? { cryptography: webCryptography(), isQuick: false } : {}),
  })
  const { world } = town
  for (const [index, peer] of town.settled.entries()) {
    const next = town.settled[(index + 1) % town.settled.length]
    if (next) world.link(peer, next)
  }
  await world.time.pass(500)
  for (const operation of operations) {
    await perform(town, operation)
    if (world.violations.length > 0) break
  }
  if (world.violations.length === 0) {
    const apart = await heal(town)
    if (apart) world.violate('I1 all come to the same', apart)
  }
  if (world.violations.length === 0) {
    await sendCanaries(town)
    await lookAtWaiting(town)
    for (const [law, broken] of Object.entries(laws)) for (const detail of broken(town)) world.violate(law, detail)
  }
  for (const peer of world.peers) peer.crash()
  return { violations: world.violations, log: world.log, peers }
}

/** The shortest list of steps that still breaks the same law, as far as leaving out pieces finds one. */
export const shrink = async (parts: SimulationParts, law: string, tries = 120): Promise<readonly Operation[]> => {
  let operations = parts.operations ?? operationsOf(parts.seed, parts.count ?? 400)
  let left = tries
  for (let piece = Math.ceil(operations.length / 2); piece >= 1 && left > 0; piece = Math.floor(piece / 2))
    for (let at = 0; at < operations.length && left > 0;) {
      const fewer = [...operations.slice(0, at), ...operations.slice(at + piece)]
      left--
      const { violations } = await simulate({ ...parts, operations: fewer })
      if (violations.some(one => one.law === law)) operations = fewer
      else at += piece
    }
  return operations
}
