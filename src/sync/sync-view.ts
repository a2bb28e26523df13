import { documentKind, workspaceDocument, type DocumentName } from '../domain/kernel/record.ts'
import { openDocuments } from '../journal/keys-due.ts'
import { roleIn } from '../journal/membership-rights.ts'
import type { MemberPerson, Membership } from '../journal/membership.ts'
import type { DeviceView, InvitingView, MemberView, SyncView } from '../workspace/sync-port.ts'
import type { OwnDevice } from './own-device.ts'
import type { SyncStatus } from './sync-status.ts'

type Own = Pick<OwnDevice, 'device' | 'membership'>

const deviceView = ({ device }: Own, { peers }: SyncStatus, id: string): DeviceView => {
  const peer = peers.find(one => one.device === id)
  return {
    id,
    isThis: id === device,
    isLinked: peer?.isLinked ?? false,
    lastContact: peer?.lastContact,
    behind: peer?.behind,
  }
}

/** The documents that somebody may read, but for what is theirs alone: only their own devices have that to give, and they may be away. */
const readableBy = (membership: Membership, person: string, now: number): readonly string[] =>
  openDocuments(membership).filter(
    document => documentKind(document) !== 'person' && roleIn(membership, person, document, now) !== 'none',
  )

const memberView = (own: Own, status: SyncStatus, member: MemberPerson, now: number): readonly MemberView[] => {
  const membership = own.membership()
  const role = roleIn(membership, member.id, workspaceDocument, now)
  if (role === 'none' || member.devices.length === 0) return []
  const devices = member.devices.map(id => deviceView(own, status, id))
  return [{ person: member.id, role, devices }]
}

/** All that screens show of other devices, from the folded log and what the links have said. `now`: milliseconds UTC. */
export const viewOf = (
  own: Own & Pick<OwnDevice, 'actor'>,
  { status, documents }: Readonly<{ status: SyncStatus; documents: readonly DocumentName[] }>,
  inviting: InvitingView | undefined,
  now: number,
): Omit<SyncView, 'folder'> => {
  const membership = own.membership()
  const here = new Set<string>(documents)
  return {
    members: [...membership.people.values()].flatMap(member => memberView(own, status, member, now)),
    inviting,
    firstSyncs: status.firstSyncs,
    lacking: readableBy(membership, own.actor, now).filter(document => !here.has(document)).length,
    isRemoved: membership.devices.get(own.device)?.isRemoved !== false,
  }
}
