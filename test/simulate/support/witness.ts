import { equalBytes, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import { membershipDocument } from '../../../src/journal/header.ts'
import { decodeMessage } from '../../../src/sync/messages.ts'
import { peekEntry } from '../../../src/sync/peek-entry.ts'
import type { Row } from '../../sync/support/memory-disk.ts'
import type { Peer } from './peer.ts'
import type { World } from './world.ts'

/** The types of messages that carry content or tell of it: have, entries, digest, checkpoint. */
const telling = new Set([5, 7, 8, 10])
const [haveType, entriesType] = [5, 7]

/** Sees what happens while it happens: every message that leaves an honest device, every entry that comes onto its disk. */
export const witness = (world: World, peer: Peer): void => {
  const { disk } = peer
  const add = disk.add.bind(disk)
  disk.add = (document, rows, chains) => {
    if (!peer.isRogue && document !== membershipDocument)
      for (const row of rows) if (row.device !== peer.device) lookAtRow(world, peer, document, row)
    const before = new Map(disk.of(document).chains)
    if (!peer.isRogue && document !== membershipDocument) lookAtChains(world, peer, document, rows, before)
    add(document, rows, chains)
  }
}

type NewRow = Omit<Row, 'order'>

const where = (peer: Peer, document: string, { device, seq }: NewRow, world: World): string =>
  `${world.peerOf(device)?.name ?? 'nobody'}’s entry ${seq} in ${document} at ${peer.name}`

/** Law 8: what is taken in was written by who is named, who may write there, with clients of their own. */
const lookAtRow = (world: World, peer: Peer, document: string, row: NewRow): void => {
  const place = where(peer, document, row, world)
  if (world.written.get(toHex(row.hash)) !== row.device) world.violate('I8 only what its writer has signed', place)
  const { seq, hash, device, header } = row
  const answer = peer.members.mayWrite({ document, device, seq, hash, stamp: header.stamp })
  if (answer !== 'yes') world.violate('I8 only who may write there', `${place}: ${answer}`)
  for (const [other, chain] of peer.disk.of(document).chains)
    for (const client of header.clients)
      if (other !== device && chain.written.has(client))
        world.violate('I8 nobody writes with a client of another', `${place}: ${client}`)
}

/** Law 8: each chain goes on where it was, and no entry stands before its causes. */
const lookAtChains = (
  world: World,
  peer: Peer,
  document: string,
  rows: readonly NewRow[],
  before: ReadonlyMap<string, Readonly<{ head: Readonly<{ seq: number; hash: Bytes }> }>>,
): void => {
  const heads = new Map([...before].map(([device, { head }]) => [device, { seq: head.seq, hash: head.hash }]))
  const here = (device: string, seq: number): Bytes | undefined =>
    rows.find(row => row.device === device && row.seq === seq)?.hash ?? peer.disk.at(document, device, seq)?.hash
  for (const row of rows) {
    const head = heads.get(row.device)
    const isNext = row.seq === (head?.seq ?? 0) + 1 && (!head || equalBytes(head.hash, row.header.prev))
    if (!isNext) world.violate('I8 a chain goes on where it was', where(peer, document, row, world))
    heads.set(row.device, { seq: row.seq, hash: row.hash })
    for (const dep of row.header.deps) {
      const device = toHex(dep.device)
      const hash = here(device, dep.seq)
      if (hash && equalBytes(hash, dep.hash)) continue
      if (!peer.members.cut(document, device))
        world.violate('I8 nothing stands before its causes', where(peer, document, row, world))
    }
  }
}

/** Laws 2, 6 and 7: what an honest device says is durable, and for who may read it by all the device knows. */
export const lookAtMessage = (world: World, from: Peer, to: Peer, message: Bytes): void => {
  if (from.isRogue || !telling.has(message[0] ?? 0)) return
  const decoded = decodeMessage(message)
  if (!decoded.ok) return world.violate('I10 what is sent can be read', `${from.name} to ${to.name}`)
  const said = decoded.value
  const documents =
    said.type === 'have' ? said.documents.map(one => one.document) : 'document' in said ? [said.document] : []
  if (said.type === 'entries')
    for (const entry of said.entries) {
      const place = peekEntry(entry)
      if (!place) continue
      documents.push(place.document)
      const row = from.disk.at(place.document, place.device, place.seq)
      // What lies beyond a cut lies beside, durable too, and is shown to who may let it count.
      const isAside = from.disk.aside.some(({ bytes }) => equalBytes(bytes, entry))
      if (!isAside && !(row && equalBytes(row.bytes, entry)))
        world.violate(
          'I2 nothing is sent that is not durable',
          `${from.name} to ${to.name}: ${place.seq} in ${place.document}`,
        )
    }
  const isContent = message[0] === entriesType || message[0] === 10
  for (const document of new Set(documents)) {
    if (document === membershipDocument) continue
    const mayRead = from.members.standing(to.device) !== 'removed' && from.members.mayRead(to.device, document)
    if (!mayRead)
      world.violate(
        from.members.standing(to.device) === 'removed'
          ? 'I7 who is removed gets nothing'
          : 'I6 who may not read gets nothing',
        `${from.name} ${isContent ? 'gives' : message[0] === haveType ? 'tells' : 'says'} ${to.name} of ${document}`,
      )
  }
}

const hostile = new Set(['denied', 'malformed', 'too much'])

/** Law 8: whatever a rogue does, honest members do not shut each other out. */
export const lookAtEnd = (world: World, one: Peer, other: Peer, why: string): void => {
  if (one.isRogue || other.isRogue || !hostile.has(why)) return
  const isKnown = (peer: Peer, of: Peer): boolean => peer.members.standing(of.device) === 'member'
  if (isKnown(one, other) && isKnown(other, one))
    world.violate('I8 honest members do not shut each other out', `${one.name} and ${other.name}: ${why}`)
}
