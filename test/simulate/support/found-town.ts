import type { Defences } from './defences.ts'
import type { Cryptography } from '../../sync/support/cryptography.ts'
import { admit, found, grant, openDocument, shares } from './acts.ts'
import type { Peer } from './peer.ts'
import { lookAtEnd, lookAtMessage, witness } from './witness.ts'
import { names, personOf, World } from './world.ts'

export const documents = ['workspace#1', 'team:bau#1', 'team:kita#1'] as const

export type Town = Readonly<{
  world: World
  founder: Peer
  /** Who is admitted from the beginning. */
  settled: readonly Peer[]
  rogue: Peer | undefined
}>

export type TownParts = Readonly<{
  seed: number
  defences: Defences
  peers: number
  hasRogue: boolean
  cryptography?: Cryptography
  isQuick?: boolean
}>

/** What the people of a town may read and write, by their number. */
const rolesOf = (index: number) => {
  if (index % 5 === 4) return { bau: 'reader', kita: 'none' } as const
  if (index % 3 === 2) return { bau: 'writer', kita: 'none' } as const
  return { bau: 'writer', kita: 'writer' } as const
}

/**
 * Anna founds a workspace with two teams and admits the others, before anything goes wrong. The last third of larger towns comes later. A
 * rogue is a full member with the same rights as anybody.
 */
export const foundTown = async ({ seed, defences, peers: count, hasRogue, ...crypto }: TownParts): Promise<Town> => {
  const world = new World({ seed, defences, ...crypto })
  for (const [index, name] of names.slice(0, count).entries()) {
    // From six on some have a second device.
    const owner = index > 5 && index % 3 === 0 ? (names[index - 5] ?? name) : name
    await world.join(name, personOf(owner))
  }
  const [founder] = world.peers
  if (!founder) throw new Error('nobody is here')
  const settled = world.peers.filter((_, index) => index < 3 || index < count * 0.7)
  const rogue = hasRogue ? settled.at(-1) : undefined
  await settle(founder, settled)
  for (const peer of settled.slice(1)) await peer.keeper.take(founder.keeper.log())
  for (const peer of world.peers) {
    witness(world, peer)
    peer.disk.wait = () => (world.random() < 0.2 ? world.time.sleep(1 + world.random() * 30) : Promise.resolve())
  }
  if (rogue) {
    rogue.isRogue = true
    rogue.crash()
    rogue.start()
  }
  world.onEnd = (one, other, why) => lookAtEnd(world, one, other, why)
  world.onSent = (from, to, message) => lookAtMessage(world, from, to, message)
  return { world, founder, settled, rogue }
}

const settle = async (founder: Peer, settled: readonly Peer[]): Promise<void> => {
  const { keeper } = founder
  await keeper.say(found(founder))
  for (const document of documents.slice(1)) await keeper.say(openDocument(founder, document), true)
  for (const [index, peer] of settled.entries()) {
    if (index === 0) continue
    const { person } = peer.parts
    const isNew = !keeper.membership().people.has(person)
    await keeper.say(admit(founder, peer), true)
    if (!isNew) continue
    const { bau, kita } = rolesOf(index)
    await keeper.say(grant(person, 'workspace#1', index === 1 ? 'admin' : 'writer'), true)
    await keeper.say(grant(person, 'team:bau#1', index === 1 ? 'admin' : bau), true)
    if (kita !== 'none') await keeper.say(grant(person, 'team:kita#1', kita), true)
  }
  for (const act of shares(founder)) await keeper.say(act, true)
}
