import { documentKind, workspaceDocument, type DocumentName } from '../domain/kernel/record.ts'
import { openDocuments } from '../journal/keys-due.ts'
import { currentKey } from '../journal/membership-keys.ts'
import { roleIn } from '../journal/membership-rights.ts'
import type { MemberPerson, Membership } from '../journal/membership.ts'
import { beyondTheCut, onWhatWasCut, type SetAside } from '../workspace/journal-port.ts'
import type { AsideView, DeviceView, InvitingView, MemberView, SyncView } from '../workspace/sync-port.ts'
import type { OwnDevice } from './own-device.ts'
import type { SyncStatus } from './sync-status.ts'

type Own = Pick<OwnDevice, 'device' | 'membership' | 'keyring'>

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
  const access = Object.fromEntries(
    openDocuments(membership).flatMap(document => {
      const here = roleIn(membership, member.id, document, now)
      return here === 'none' ? [] : [[document, here]]
    }),
  )
  return [{ person: member.id, role, access, devices }]
}

/** Without its key nothing of a document can come: it may lie on a device that is lost. */
const hasKey = (own: Own, document: string): boolean => {
  const key = currentKey(own.membership(), document)
  return key !== undefined && own.keyring().epochKeys(document, key.epoch).length > 0
}

type Looked = Readonly<{ status: SyncStatus; documents: readonly DocumentName[]; aside: readonly SetAside[] }>

const whatOf = ({ reason }: SetAside): AsideView['what'] =>
  reason === beyondTheCut || reason === onWhatWasCut ? 'late' : reason === 'fork' ? 'fork' : 'refused'

/** Together what is of one device, one document and one reason. A device that was taken out is settled, however many histories it has. */
const asideOf = ({ devices }: Membership, rows: readonly SetAside[]): readonly AsideView[] => {
  const groups = new Map<string, AsideView>()
  for (const row of rows) {
    const { document, device, seq, reason, settled } = row
    const [known, what] = [devices.get(device), whatOf(row)]
    if (settled || (what === 'fork' && known?.isRemoved)) continue
    const key = `${document} ${device} ${reason}`
    const group = groups.get(key) ?? { what, document, device, person: known?.person, seqs: [], reason }
    groups.set(key, { ...group, seqs: [...group.seqs, seq] })
  }
  return [...groups.values()]
}

/** All that screens show of other devices, from the folded log and what the links have said. `now`: milliseconds UTC. */
export const viewOf = (
  own: Own & Pick<OwnDevice, 'actor'>,
  { status, documents, aside }: Looked,
  inviting: InvitingView | undefined,
  now: number,
): Omit<SyncView, 'folder'> => {
  const membership = own.membership()
  const here = new Set<string>(documents)
  return {
    members: [...membership.people.values()].flatMap(member => memberView(own, status, member, now)),
    inviting,
    firstSyncs: status.firstSyncs,
    lacking: readableBy(membership, own.actor, now).filter(document => !here.has(document) && hasKey(own, document))
      .length,
    aside: asideOf(membership, aside),
    needsNewDevice: status.needsNewDevice,
    isRemoved: membership.devices.get(own.device)?.isRemoved !== false,
  }
}
