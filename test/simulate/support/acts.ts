import { compareBytes, noHash, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import type { DocumentCut } from '../../../src/journal/cut.ts'
import { membershipDocument } from '../../../src/journal/header.ts'
import type { MembershipAct } from '../../../src/journal/membership-act.ts'
import { keysLacking } from '../../../src/journal/keys-due.ts'
import type { Role } from '../../../src/journal/role.ts'
import type { Peer } from './peer.ts'

/** Acts of the membership log with blank certificates and keys: in the simulator the log alone says who has what. */

const blank = new Uint8Array(64)
const secret = Uint8Array.of(1)

const certificateOf = (peer: Peer) => {
  const { id } = peer.parts.hand
  return { signingPublic: id, sealingPublic: id, person: peer.parts.person, signature: blank }
}

const wrappedFor = (devices: readonly Bytes[]) => devices.toSorted(compareBytes).map(device => ({ device, secret }))

export const found = (peer: Peer): MembershipAct => ({
  act: 'found',
  rootKey: noHash(),
  certificate: certificateOf(peer),
  keys: { document: 'workspace#1', epoch: 1, wrapped: wrappedFor([peer.parts.hand.id]) },
})

export const openDocument = (peer: Peer, document: string): MembershipAct => ({
  act: 'open document',
  keys: { document, epoch: 1, wrapped: wrappedFor([peer.parts.hand.id]) },
})

export const admit = (by: Peer, peer: Peer): MembershipAct => ({
  act: 'admit',
  certificate: { ...certificateOf(peer), issuer: by.parts.hand.id },
})

export const grant = (
  person: string,
  document: string,
  role: Role,
  { end = 0, cuts = [] }: Readonly<{ end?: number; cuts?: readonly DocumentCut[] }> = {},
): MembershipAct => ({ act: 'grant', person, document, role, end, cuts })

/** How far somebody's entries are accepted where it is said. */
export const cutsAt = (by: Peer, person: string): readonly DocumentCut[] => {
  const devices = [...by.keeper.membership().devices.values()].filter(device => device.person === person)
  return [...by.disk.documents.keys()]
    .filter(document => document !== membershipDocument)
    .sort()
    .map(document => ({
      document,
      heads: devices
        .flatMap(({ id }) => by.disk.ledger(document).chains.get(toHex(id))?.head ?? [])
        .sort((a, b) => compareBytes(a.device, b.device)),
    }))
}

export const remove = (person: string, cuts: readonly DocumentCut[]): MembershipAct => ({
  act: 'remove',
  devices: [],
  people: [person],
  cuts,
})

/** The next key of a document, for everybody who may read it by what this device knows. */
export const rotate = (by: Peer, document: string): MembershipAct => {
  const { devices } = by.keeper.membership()
  const readers = [...devices].filter(([device]) => by.members.mayRead(device, document)).map(([, { id }]) => id)
  const epochs = by.keysHeld(document).map(({ act }) => act.keys.epoch)
  return { act: 'next epoch', keys: { document, epoch: Math.max(0, ...epochs) + 1, wrapped: wrappedFor(readers) } }
}

/** Keys that others may have and lack, as far as this device has them. */
export const shares = (by: Peer): readonly MembershipAct[] => {
  const membership = by.keeper.membership()
  const lacking = keysLacking(membership, by.clock.now()).filter(({ document, epoch }) =>
    by.keeper.holds(document, epoch),
  )
  return [...new Set(lacking.map(({ document }) => document))].map(document => ({
    act: 'share keys',
    document,
    shares: lacking
      .filter(one => one.document === document)
      .map(({ epoch, key, device }) => ({ epoch, key: bytesOf(key), device: bytesOf(device), secret }))
      .sort((a, b) => compareBytes(a.key, b.key) || compareBytes(a.device, b.device)),
  }))
}

const bytesOf = (hex: string): Bytes => Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
