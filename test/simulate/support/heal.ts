import { equalBytes, toHex } from '../../../src/journal/bytes.ts'
import { membershipDocument } from '../../../src/journal/header.ts'
import { rotationsDue } from '../../../src/journal/keys-due.ts'
import { admit, cutsAt, grant, remove, rotate, shares } from './acts.ts'
import { documents, type Town } from './found-town.ts'
import type { Peer } from './peer.ts'

/** Who is asked at the end: honest, a member still by what the founder knows, and nobody's second history. */
export const honestOf = ({ world, founder }: Town): readonly Peer[] =>
  world.peers.filter(peer => !peer.isRogue && founder.members.standing(peer.device) === 'member')

export const readersOf = (town: Town, document: string): readonly Peer[] =>
  honestOf(town).filter(peer => town.founder.members.mayRead(peer.device, document))

const linkUp = (town: Town): void => {
  const { world, founder } = town
  const honest = honestOf(town)
  for (const [index, peer] of honest.entries()) {
    world.link(founder, peer)
    const next = honest[(index + 1) % honest.length]
    if (next) world.link(peer, next)
  }
}

/** Where devices are known to have two histories, or write with others' clients: the place before, by document and device. */
const doubtful = async (town: Town): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const found = new Map<string, Map<string, number>>()
  for (const { replicator, disk } of honestOf(town)) {
    const { forks, conflicts } = await replicator.status()
    // What was refused for good lies in quarantine, also after a restart.
    const broken = documents.flatMap(document =>
      [...disk.ledger(document).ended].map(([device, seq]) => ({ document, device, seq })),
    )
    // Of two who claim one client, members know whose word counts.
    const claimed = conflicts.flatMap(({ document }) =>
      town.rogue ? [{ document, device: town.rogue.device, seq: 1 }] : [],
    )
    for (const { document, device, seq } of [...forks, ...broken, ...claimed]) {
      const writer = town.world.peerOf(device)
      if (writer && !writer.isRogue && !writer.wasPutBack)
        town.world.violate('I2 an honest device has one history', `${writer.name} in ${document} at ${seq}`)
      const places = found.get(device) ?? new Map<string, number>()
      found.set(device, places)
      places.set(document, Math.min(seq - 1, places.get(document) ?? Infinity))
    }
  }
  return found
}

/** Members take a device out that has two histories, at the place before they part. */
const takeOut = async (town: Town): Promise<void> => {
  const { founder, world } = town
  for (const [device, places] of (await world.finish(doubtful(town))) ?? []) {
    const person = founder.keeper.membership().devices.get(device)?.person
    if (person === undefined || founder.members.standing(device) !== 'member') continue
    const cuts = cutsAt(founder, person).map(cut => ({
      ...cut,
      heads: cut.heads.flatMap(head => {
        const seq = toHex(head.device) === device ? Math.min(head.seq, places.get(cut.document) ?? Infinity) : head.seq
        const row = founder.disk.at(cut.document, toHex(head.device), seq)
        return row ? [{ device: head.device, seq, hash: row.hash }] : []
      }),
    }))
    await world.finish(founder.keeper.say(remove(person, cuts)))
    world.log.push(`${founder.name} takes ${person} out, whose device has two histories`)
  }
}

/** Everybody looks at all they may, and saves what could not be saved before. */
const openAll = async (town: Town): Promise<void> => {
  const { world } = town
  for (const peer of honestOf(town)) {
    // Who was admitted and went down before the log was there asks for it again.
    if (!peer.keeper.isFounded()) await world.finish(peer.keeper.take(town.founder.keeper.log()))
    for (const document of documents) {
      if (!peer.members.mayRead(peer.device, document)) continue
      await world.finish(peer.notebook.open(document))
      if (peer.mayWrite(document)) await world.finish(peer.notebook.save(document))
    }
  }
}

/** Whose admission was struck together with who admitted them is admitted anew. */
const readmit = async ({ world, founder }: Town): Promise<void> => {
  for (const peer of world.peers) {
    if (peer.isRogue || !peer.keeper.isFounded() || founder.members.standing(peer.device) !== 'unknown') continue
    const { person } = peer.parts
    const isNew = (founder.keeper.membership().people.get(person)?.role ?? 'none') === 'none'
    await world.finish(founder.keeper.say(admit(founder, peer)))
    if (!isNew) continue
    for (const document of documents.slice(0, 2))
      await world.finish(founder.keeper.say(grant(person, document, 'writer')))
    world.log.push(`${founder.name} admits ${peer.name} anew`)
  }
}

const handOutKeys = async (town: Town): Promise<void> => {
  const { founder, world } = town
  for (const document of rotationsDue(founder.keeper.membership(), founder.clock.now()))
    await world.finish(founder.keeper.say(rotate(founder, document)))
  for (const act of shares(founder)) await world.finish(founder.keeper.say(act))
}

/** What keeps the readers of a document from having the same entries; undefined when they have. */
const differenceIn = (town: Town, document: string): string | undefined => {
  const readers = readersOf(town, document)
  const devices = new Set(readers.flatMap(peer => [...peer.disk.ledger(document).chains.keys()]))
  for (const device of devices) {
    const cut = town.founder.members.cut(document, device)
    const reached = readers.map(peer =>
      Math.min(peer.disk.ledger(document).chains.get(device)?.head.seq ?? 0, cut?.seq ?? Infinity),
    )
    const most = Math.max(...reached)
    const behind = readers[reached.findIndex(seq => seq < most)]
    const writer = town.world.peerOf(device)?.name
    if (behind)
      return `${behind.name} lacks ${writer}’s entries up to ${most} in ${document}, has ${Math.min(...reached)}`
    const hashes = readers.map(peer => peer.disk.at(document, device, most)?.hash)
    const [first] = hashes
    if (most > 0 && hashes.some(hash => !hash || !first || !equalBytes(hash, first)))
      return `two histories of ${writer} in ${document} up to ${most}`
  }
  return undefined
}

const membersDiffer = (town: Town): string | undefined => {
  const logs = honestOf(town).map(peer => ({ peer, size: peer.disk.of(membershipDocument).arrived }))
  const most = Math.max(...logs.map(({ size }) => size))
  const behind = logs.find(
    ({ peer }) => !equalBytes(peer.keeper.membership().frontier, town.founder.keeper.membership().frontier),
  )
  return behind && `${behind.peer.name} has ${behind.size} of ${most} entries of the membership log`
}

export const difference = (town: Town): string | undefined =>
  membersDiffer(town) ?? documents.map(document => differenceIn(town, document)).find(one => one !== undefined)

/**
 * Everything is well again: disks, lines, processes. Time passes, and members do what members have to: hand out keys, take out who has two
 * histories. Out: what keeps them apart in the end, if anything does.
 */
export const heal = async (town: Town): Promise<string | undefined> => {
  const { world, rogue } = town
  world.isPerfect = true
  world.partAll()
  for (const peer of world.peers) {
    peer.disk.isFull = false
    peer.disk.isUnreadable = () => false
    peer.disk.dieAt = Infinity
    peer.disk.wait = () => Promise.resolve()
    if (!peer.isRunning) peer.start()
  }
  if (rogue) world.log.push(`${rogue.name} falls silent`)
  let apart: string | undefined
  for (let round = 0; round < 60; round++) {
    await openAll(town)
    linkUp(town)
    await world.time.pass(round < 2 ? 5_000 : 31_000)
    await takeOut(town)
    await readmit(town)
    await handOutKeys(town)
    apart = difference(town)
    if (!apart && round > 1) break
  }
  // What is told a moment after it was taken, and the looks at the content.
  await world.time.pass(10_000)
  return apart ?? difference(town)
}
